import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { PreviewOptions } from '../../../pipeline/preview/app.js'
import { readingRoutes } from '../../../pipeline/preview/reading.js'
import { BrowserUnavailable } from '../../../pipeline/world.js'

test('where there is no browser, it says how to get one', async () => {
  const app = new Hono()
  const issue = { slug: 'tides', title: 'Tides', source: 'tides.md', draft: false, formats: [], messages: [] }
  const options: Pick<PreviewOptions, 'files' | 'outputDir' | 'state' | 'world'> = {
    outputDir: '/out',
    files: {
      kind: async (path: string) => (path === '/out/tides/index.html' ? 'file' : undefined),
      read: async () => new TextEncoder().encode('<p>Tides</p>'),
    } as unknown as PreviewOptions['files'],
    state: { data: () => ({ issues: [issue] }) } as unknown as PreviewOptions['state'],
    world: () =>
      ({
        browser: () => Promise.reject(new BrowserUnavailable('Run `trifold browser`.')),
      }) as unknown as ReturnType<PreviewOptions['world']>,
  }
  // Nothing else of the options is asked for.
  readingRoutes(app, options as PreviewOptions)
  expect(await (await app.request('/reading/tides/web')).json()).toEqual({ fault: 'Run `trifold browser`.' })
  expect((await app.request('/reading/tides/email')).status).toBe(404)
  expect((await app.request('/reading/other/web')).status).toBe(404)
})
