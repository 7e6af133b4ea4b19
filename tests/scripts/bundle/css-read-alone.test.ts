import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'
import { afterAll, expect, test } from 'vitest'
import { cssReadAlone } from '../../../scripts/bundle/css-read-alone.mjs'
import { projectRoot } from '../../support/built-samples.js'

/** What EPUBCheck's rules use of css-tree, which has no types. */
interface Css {
  parse(css: string, options: { positions: boolean; onParseError(error: Error): void }): object
  walk(tree: object, each: (node: { type: string; loc: object }) => void): void
}

const folder = mkdtempSync(join(tmpdir(), 'trifold-css-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const css = `@import "other.css" print;
@font-face { font-family: "A B"; src: url(a.woff2) format('woff2'), url("b.ttf") }
@media (min-width: 20em) and (orientation: landscape) { p:not(.x) > a[href^="http"]::after { content: "\\2014" url(c.png) } }
:root { --gap: calc(1em + 2 * var(--x, 3px)); color: rgb(0 0 0 / 50%) !important }
p { position: fixed; direction: rtl; colour: ; background: url( 'd e.svg' ) } } @charset "utf-8"; a { b`

test('reads CSS as the whole package does, and walks through it alike', async () => {
  symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'))
  mkdirSync(join(folder, 'epubcheck-ts'))
  const source = join(folder, 'epubcheck-ts', 'index.js')
  writeFileSync(source, `export { parse, walk } from 'css-tree'`)
  const bundle = await rolldown({ input: source, platform: 'node', plugins: [cssReadAlone] })
  const file = join(folder, 'folded.js')
  const { output } = await bundle.write({ file, format: 'esm' })
  await bundle.close()
  const read = ({ parse, walk }: Css) => {
    const errors: string[] = []
    const walked: string[] = []
    const tree = parse(css, { positions: true, onParseError: error => errors.push(error.message) })
    walk(tree, node => walked.push(`${node.type} ${JSON.stringify(node.loc)}`))
    return { errors, walked }
  }
  const alone = read(await import(pathToFileURL(file).href))
  const checker = createRequire(createRequire(import.meta.url).resolve('@likecoin/epubcheck-ts'))
  expect(alone).toEqual(read(checker('css-tree')))
  expect(alone.errors.length).toBeGreaterThan(0)
  expect(alone.walked.length).toBeGreaterThan(80)
  expect(output[0].moduleIds.filter(id => /lexer|mdn-data/.test(id))).toEqual([])
})
