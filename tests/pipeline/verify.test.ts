import { h } from 'hastscript'
import { expect, test } from 'vitest'
import { loadConfig } from '../../pipeline/config/load.js'
import { publish } from '../../pipeline/publish.js'
import type { PublishRequest } from '../../pipeline/request.js'
import { verify } from '../../pipeline/verify.js'
import { memoryWorld } from '../../pipeline/world-memory.js'
import type { Templates } from '../../templates/overrides.js'
import { worded } from '../support/article.js'
import { anArticle } from '../support/memory-publication.js'

async function built(templates: Templates = {}) {
  const world = memoryWorld({
    files: {
      '/p/trifold.yaml': 'name: Slack Water\naddress: 1 Street\nurl: https://example.org\n',
      '/p/content/mill.md': anArticle('The mill').replace('Words', '*Words*'),
      '/p/content/weir.md': anArticle('The weir'),
    },
  })
  const { config } = await loadConfig(world, { folder: '/p' })
  const request: PublishRequest = {
    config: { ...config, templates },
    paths: [],
    formats: ['web'],
    outputDir: '/p/dist',
    cwd: '/p',
  }
  await publish(request, world)
  const before = new Map(world.files.all())
  const found = await verify(request, world)
  expect(world.files.all()).toEqual(before)
  return found.map(message => `${message.file}: ${worded(message)}`)
}

test('a build that comes out the same once more has nothing to tell, and nothing is written', async () => {
  expect(await built()).toEqual([])
})

test('each file that comes out otherwise is told of, from its first byte on', async () => {
  let count = 0
  const em = () => [h('em', { title: String(++count) }, 'Words')]
  const [first, ...others] = await built({ web: { elements: { em } } })
  expect(first).toMatch(
    /^dist\/mill\/item\.json: error build-differs Unexpected other bytes in `dist\/mill\/item\.json` when it was built once more, from byte \d+ of \d+ on/,
  )
  expect(others.map(line => line.split(':')[0])).toEqual([
    'dist/mill/index.html',
    'dist/mill/report.json',
    'dist/feed.xml',
    'dist/feed.json',
  ])
})
