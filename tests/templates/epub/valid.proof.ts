import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bindEpub } from '../../../pipeline/bind/epub/bind.js'
import { epubTemplate } from '../../../templates/epub/epub.js'
import type { Rendering } from '../../../templates/rendering.js'
import { runAce } from '../../support/ace.js'
import { needsJava, runEpubcheck } from '../../support/epubcheck.js'
import { issueOf, joined, renderingOf, renderingOfFile, samples } from '../../support/rendering.js'
import { aNumber, several } from '../../support/several.js'
import { article, issue } from '../../support/tree.js'
import { oddities } from './oddities.js'
import { randomBook } from './random-book.js'

const fixtures = join(import.meta.dirname, '../../fixtures')

/** Every case of a folder of fixtures, an article each. */
async function everyCase(kind: 'elements' | 'parse' | 'scripts'): Promise<Rendering> {
  const folder = join(fixtures, kind)
  const [first, ...more] = await Promise.all(
    (await readdir(folder)).map(async name =>
      issueOf(await readFile(join(folder, name, 'input.md'), 'utf8'), `${name}.md`),
    ),
  )
  if (!first) throw new Error('Expected fixtures')
  return renderingOf(joined(first, ...more), 'epub')
}

function everyOddity(): Rendering {
  const [first, ...more] = Object.entries(oddities).map(([title, blocks]) =>
    issue(article(blocks, { meta: { title } })),
  )
  if (!first) throw new Error('Expected oddities')
  return renderingOf(joined(first, ...more), 'epub')
}

const oddFormulas = async () =>
  renderingOf(await issueOf(await readFile(join(import.meta.dirname, 'odd-formulas.md'), 'utf8')), 'epub')

const books: Record<string, () => Rendering | Promise<Rendering>> = {
  ...Object.fromEntries(samples.map(file => [file, () => renderingOfFile(file, 'epub')])),
  'every element': () => everyCase('elements'),
  'every case of parsing': () => everyCase('parse'),
  'every script': () => everyCase('scripts'),
  'typefaces of the theme': () => renderingOfFile(String(samples[1]), 'epub', { epub: { fonts: true } }),
  'every oddity': everyOddity,
  'formulas of odd shapes': oddFormulas,
  'a number with a letter and sections': async () => renderingOf(await several(aNumber), 'epub'),
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'epub-'))
})
afterAll(() => rm(folder, { recursive: true }))

const seeds = Array.from({ length: 20 }, (_, index) => 9000 + index)

test.concurrent.for(seeds)(
  'the random book of seed %i is valid by EPUBCheck 5.3',
  async (seed, { skip, expect }) => {
    needsJava(skip)
    const path = join(folder, `random-${seed}.epub`)
    await writeFile(path, await bindEpub(randomBook(seed)))
    const { errors, warnings, messages } = await runEpubcheck(path)
    expect({ errors, warnings, messages }).toEqual({ errors: 0, warnings: 0, messages: [] })
  },
)

describe.each(Object.entries(books))('%s', (_name, rendering) => {
  const file = async () => {
    const path = join(folder, 'book.epub')
    await writeFile(path, await bindEpub(epubTemplate(await rendering())))
    return path
  }

  test('is valid by EPUBCheck 5.3', async ({ skip }) => {
    needsJava(skip)
    const { errors, warnings, messages } = await runEpubcheck(await file())
    expect({ errors, warnings, messages }).toEqual({ errors: 0, warnings: 0, messages: [] })
  })

  test('gives Ace nothing to object to', async () => {
    expect((await runAce(await file())).violations).toEqual([])
  })
})
