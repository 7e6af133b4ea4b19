import { join } from 'node:path'
import type { Hono } from 'hono'
import type { SerializedAXNode } from 'puppeteer'
import { closedAddress, openClosedPage } from '../browser/closed-page.js'
import { BrowserUnavailable, type World } from '../world.js'
import type { PreviewOptions } from './app.js'
import { emailPartsOf } from './email-parts.js'
import { filledFor } from './sample-reader.js'

/** A thing that a screen reader says. */
export interface SaidNode {
  /** As ARIA names it: `heading`, `link`, `image`. */
  readonly role: string
  readonly name: string
  /** Of a heading, from 1. */
  readonly level?: number
  readonly children: readonly SaidNode[]
}

/** What a screen reader has, or why it is not known. */
export type Said = { readonly nodes: readonly SaidNode[] } | { readonly fault: string }

/** Many times what an issue has. */
const mostNodes = 20_000

/** What a screen reader has of a page. @throws BrowserUnavailable */
export async function saidOf(html: string, world: Pick<World, 'browser'>): Promise<readonly SaidNode[]> {
  const address = closedAddress('read.html')
  const page = await openClosedPage(await world.browser(), url =>
    url === address ? { bytes: html, type: 'text/html; charset=utf-8' } : undefined,
  )
  try {
    await page.goto(address, { waitUntil: 'domcontentloaded', timeout: 20_000 })
    const root = await page.accessibility.snapshot()
    let left = mostNodes
    const taken = (nodes: readonly SerializedAXNode[] = []): SaidNode[] =>
      nodes.flatMap(({ role, name = '', level, children }) => {
        left -= 1
        if (left < 0 || role === 'LineBreak') return []
        const within = taken(children)
        const [only] = within
        const isRepeated = within.length === 1 && only?.role === 'StaticText' && only.name === name
        return [{ role, name, ...(level === undefined ? {} : { level }), children: isRepeated ? [] : within }]
      })
    return taken(root?.children)
  } finally {
    await page.close()
  }
}

/** Adds what a screen reader has of an issue: `/reading/<slug>/email` and `/reading/<slug>/web`. */
export function readingRoutes(app: Hono, options: PreviewOptions): void {
  const { files, outputDir, state, world } = options

  async function htmlOf(slug: string, of: string): Promise<string | undefined> {
    if (of === 'email') {
      const parts = await emailPartsOf(slug, options)
      return parts && filledFor(parts.html, {})
    }
    const path = join(outputDir, slug, 'index.html')
    if (!state.data().issues.some(each => each.slug === slug) || (await files.kind(path)) !== 'file')
      return undefined
    return new TextDecoder().decode(await files.read(path))
  }

  app.get('/reading/:slug/:of{email|web}', async context => {
    const { slug, of } = context.req.param()
    const html = await htmlOf(slug, of)
    if (html === undefined) return context.notFound()
    try {
      const said: Said = { nodes: await saidOf(html, world()) }
      return context.json(said)
    } catch (error) {
      if (!(error instanceof BrowserUnavailable)) throw error
      const said: Said = { fault: error.message }
      return context.json(said)
    }
  })
}
