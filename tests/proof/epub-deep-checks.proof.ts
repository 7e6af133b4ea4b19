import { h } from 'hastscript'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bindEpub } from '../../pipeline/bind/epub/bind.js'
import { checkDeeply } from '../../pipeline/check/deep-checks.js'
import type { World } from '../../pipeline/world.js'
import { nodeWorld } from '../../pipeline/world-node.js'
import { defaultEpubTemplate, type EpubTemplate, epubTemplate } from '../../templates/epub/epub.js'
import { needsJava } from '../support/epubcheck.js'
import { issueOf, renderingOf } from '../support/rendering.js'

let world: World
beforeAll(() => {
  world = nodeWorld()
})
afterAll(() => world.close())

/** What `trifold check` says of a book in which `em` becomes something else. */
async function checked(em: EpubTemplate['elements']['em']) {
  const issue = await issueOf('---\ntitle: The mill\n---\n\nWords, and *more*.')
  const template = { ...defaultEpubTemplate, elements: { ...defaultEpubTemplate.elements, em } }
  const bytes = await bindEpub(epubTemplate(renderingOf(issue, 'epub'), template))
  const rendition = {
    format: 'epub',
    files: [{ path: 'the-mill.epub', bytes }],
    messages: [],
    sizes: {},
  } as const
  const { messages, skipped } = await checkDeeply({ rendition, file: 'the-mill.md', world })
  expect(skipped).toEqual([])
  return messages.map(({ ruleId, reason }) => `${ruleId} ${reason}`)
}

test('a sound book has nothing against it', async ({ skip }) => {
  needsJava(skip)
  expect(await checked(defaultEpubTemplate.elements.em)).toEqual([])
})

test('a list in a paragraph, which a build does not see, is seen by the whole of EPUBCheck', async ({
  skip,
}) => {
  needsJava(skip)
  expect(await checked(() => [h('ul', h('li', 'more'))])).toEqual([
    expect.stringMatching(
      /^epub-invalid RSC-005: .*element "ul" not allowed here.*OEBPS\/ch-001\.xhtml:3:\d+ in the EPUB/s,
    ),
  ])
})

test('a picture without words is seen by Ace', async ({ skip }) => {
  needsJava(skip)
  const said = await checked(() => [h('span', { role: 'img' }, 'more')])
  expect(said).toContainEqual(expect.stringMatching(/^epub-accessibility .*Ace: role-img-alt, ch-001\.xhtml/))
})
