import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pack } from '../../pipeline/bind/epub/pack.js'
import { checkEpub } from '../../pipeline/check/epub.js'
import { createPress, type Press } from '../../pipeline/press.js'
import { projectRoot, slugs } from '../support/built-samples.js'
import { converted, needsCalibre } from '../support/calibre/convert.js'
import { koboFiles } from '../support/calibre/kobo-spans.js'
import { needsJava, runEpubcheck } from '../support/epubcheck.js'

const elements = join(projectRoot, 'tests/fixtures/elements')
const everything = () =>
  readdirSync(elements)
    .map(name => readFileSync(join(elements, name, 'input.md'), 'utf8'))
    .join('\n\n')

const books: Readonly<Record<string, (press: Press) => ReturnType<Press['read']>>> = {
  ...Object.fromEntries(slugs.map(slug => [slug, (press: Press) => press.read(`content/${slug}.md`)])),
  'every element': press => press.fromMarkdown(everything()),
}

const identifier = 'urn:uuid:1f6fbd55-9cf8-5d4b-9a86-0a8dcbca1b79'
const modified = new Date('2026-03-20T00:00:00Z')

let press: Press
let folder: string
beforeAll(async () => {
  press = createPress({
    folder: projectRoot,
    config: { name: 'Slack Water', lang: 'en-GB', mergeTags: ['name', 'email'] },
  })
  folder = await mkdtemp(join(tmpdir(), 'trifold-kobo-'))
})
afterAll(async () => {
  await press?.close()
  await rm(folder, { recursive: true, force: true })
})

describe.each(Object.keys(books))('%s', name => {
  let epub: Uint8Array
  beforeAll(async () => {
    const read = await books[name]?.(press)
    const { files } = read ? await press.render(read, 'epub') : { files: [] }
    const [file] = files
    if (!file) throw new Error(`There is no EPUB of ${name}`)
    epub = file.bytes
  })

  test('becomes an AZW3 by calibre, which has nothing against it', async ({ skip }) => {
    needsCalibre(skip)
    const { bytes, faults } = await converted(epub, 'azw3')
    expect(faults).toEqual([])
    // A Palm database of the kind that Kindle's books are.
    expect(Buffer.from(bytes.subarray(60, 68)).toString('latin1')).toBe('BOOKMOBI')
  })

  test('becomes an EPUB for Kobo by calibre, which has nothing against it', async ({ skip }) => {
    needsCalibre(skip)
    const { bytes, faults } = await converted(epub, 'epub', ['--output-profile=kobo', '--epub-version=3'])
    expect(faults).toEqual([])
    const findings = await checkEpub(bytes)
    expect(findings.filter(({ path, message }) => !ofCalibre.test(`${path} ${message}`))).toEqual([])
  })

  test('stays valid with the spans of a KEPUB', async ({ skip }) => {
    needsJava(skip)
    const path = join(folder, 'kobo.epub')
    const files = koboFiles(epub, identifier, modified)
    expect(files.documents.map(({ text }) => text).join('')).toContain(
      '<span class="koboSpan" id="kobo.1.1">',
    )
    await writeFile(path, await pack(files))
    const { messages } = await runEpubcheck(path)
    expect(messages).toEqual([])
  })
})

/**
 * calibre knows no `altimg` and throws its picture away; what it makes of the contents is its own; and where it splits a
 * file, what names a part of it is in another.
 */
const ofCalibre =
  /^(?:OEBPS\/)?(?:nav|toc)\.xhtml |aria-labelledby|Referenced resource not found in EPUB: OEBPS\/images\/\w+\.png$/

test('calibre tells of what is wrong with a book', async ({ skip }) => {
  needsCalibre(skip)
  const files = koboFiles(await anEpub(), identifier, modified)
  const torn = await pack({ ...files, resources: [] })
  expect((await converted(torn, 'azw3')).faults.join('\n')).toMatch(
    /Referenced file 'OEBPS\/images\/.+' not found/,
  )
})

async function anEpub(): Promise<Uint8Array> {
  const { files } = await press.render(await press.read(`content/${slugs[0]}.md`), 'epub')
  return files[0]?.bytes ?? new Uint8Array()
}
