import { h } from 'hastscript'
import { expect, test } from 'vitest'
import { loadConfig } from '../../../pipeline/config/load.js'
import { publish } from '../../../pipeline/publish.js'
import { packageReader } from '../../../pipeline/world/packages.js'
import { memoryWorld } from '../../../pipeline/world-memory.js'

/** What is built of an article whose EPUB has an id twice. */
async function built(config: string) {
  const files = {
    '/p/trifold.yaml': `name: Slack Water\nlang: en\nepub: { cover: none }\n${config}`,
    '/p/content/the-mill.md':
      '---\ntitle: The mill\ndate: 2026-03-20\n---\n\nOne *word*, and another *word*.\n',
  }
  const world = memoryWorld({ files, packages: packageReader([]) })
  const { config: loaded } = await loadConfig(world, { folder: '/p' })
  const templates = { epub: { elements: { em: () => [h('span', { id: 'twice' }, 'word')] } } }
  const request = { paths: [], formats: ['epub', 'web'], outputDir: '/p/dist', cwd: '/p' } as const
  const { messages } = await publish({ ...request, config: { ...loaded, templates } }, world)
  return { world, faults: messages.filter(({ ruleId }) => ruleId === 'epub-invalid') }
}

test('an EPUB with a fault is not written, the message says which, and the other formats are made', async () => {
  const { world, faults } = await built('')
  expect(faults[0]?.fatal).toBe(true)
  expect(faults[0]?.reason).toMatch(
    /^RSC-005: .*"twice" is not unique \(OEBPS\/ch-001\.xhtml:3 in the EPUB\)$/,
  )
  expect(await world.files.kind('/p/dist/the-mill/the-mill.epub')).toBeUndefined()
  expect(await world.files.kind('/p/dist/the-mill/index.html')).toBe('file')
})

test('an EPUB with a fault is written where the publication takes that for a warning', async () => {
  const { world, faults } = await built('check: { rules: { epub-invalid: warning } }\n')
  expect(faults[0]?.fatal).toBe(false)
  expect(await world.files.kind('/p/dist/the-mill/the-mill.epub')).toBe('file')
})
