import { describe, expect, test } from 'vitest'
import type { Format } from '../../pipeline/article.js'
import { anArticle, memoryPublication } from '../support/memory-publication.js'
import { smallPng } from '../support/small-png.js'

const config =
  'name: Slack Water\naddress: Saltmere\nurl: https://example.org/letters\nepub: { cover: none }\nemail: { unsubscribe: https://example.org/u }\n'
const formats: readonly Format[] = ['email', 'epub', 'web']
const pictured = (name: string) => `${anArticle('A')}\n![A mill by the water](${name}.png)\n`
const pictures = { 'content/blue.png': await smallPng(), 'content/red.png': await smallPng('#993333') }

/** A publication of one article with a picture, and what was written into its folder, in order. */
function publication(onWrite: (name: string) => void = () => undefined) {
  const written: string[] = []
  const files = { 'trifold.yaml': config, 'content/a.md': pictured('blue'), ...pictures }
  const made = memoryPublication(files, {
    failOn(operation, path) {
      const name = path.replace('/p/dist/a/', '')
      if (operation === 'write' && name !== path && !name.startsWith('images/')) {
        written.push(name)
        onWrite(name)
      }
      return undefined
    },
  })
  return { ...made, written }
}

describe('renditions that are written as soon as they are there', () => {
  test('come one after another, and are in the end as if all were written at once', async () => {
    const [early, whole] = [publication(), publication()]
    await early.build([], formats, { asReady: true })
    await whole.build([], formats)
    expect(early.built()).toEqual(whole.built())
    const order = early.written.filter(name => /\.(?:html|epub)$|^report/.test(name))
    // The web page is written once more, with the size of the EPUB.
    expect(order).toEqual(['email.html', 'index.html', 'a.epub', 'index.html', 'report.json'])
  })

  test('are accounted for when the run is ended, so that their pictures go when nothing names them', async () => {
    const stop = new AbortController()
    const ended = publication(name => name === 'email.parts.json' && stop.abort(new Error('a newer text')))
    const run = ended.build([], formats, { asReady: true, signal: stop.signal })
    await expect(run).rejects.toThrow('a newer text')
    const left = ended.files('dist/a/images')
    expect(left).not.toEqual([])
    await ended.write('content/a.md', pictured('red'))
    await ended.build([], formats)
    expect(ended.files('dist/a/images').filter(name => left.includes(name))).toEqual([])
  })
})

test('a slug that an issue has which is not built is taken', async () => {
  const { build, built } = publication()
  const { messages } = await build(['content/a.md'], ['email'], { taken: new Map([['a', 'content/b.md']]) })
  expect(messages.map(({ ruleId, reason }) => `${ruleId}: ${reason}`)).toEqual([
    expect.stringMatching(/^slug-taken: .*content\/b\.md/),
  ])
  expect(Object.keys(built())).not.toContain('a/email.html')
})

test('an issue whose slug is taken leaves the files and the report of the one that has it', async () => {
  const { write, build, built } = publication()
  await write('content/b.md', '---\nslug: a\n---\n\n# B\n\nOther words.\n')
  await build(['content/a.md'], ['email'])
  const before = built()
  expect(Object.keys(before)).toContain('a/report.json')
  const taken = new Map([['a', 'content/a.md']])
  const { messages } = await build(['content/b.md'], ['email'], { taken })
  expect(messages.map(({ ruleId }) => ruleId)).toContain('slug-taken')
  expect(built()).toEqual(before)
})
