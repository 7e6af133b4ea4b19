import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mjmlInOne } from '../../../scripts/bundle/mjml-in-one.mjs'
import { projectRoot } from '../../support/built-samples.js'

type Compiler = (input: object | string, options: object) => Promise<{ html: string }>

const folder = mkdtempSync(join(tmpdir(), 'trifold-mjml-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const require = createRequire(import.meta.url)
let folded: Compiler

beforeAll(async () => {
  symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'))
  const source = join(folder, 'bind', 'email', 'mjml.js')
  mkdirSync(join(folder, 'bind', 'email'), { recursive: true })
  writeFileSync(
    source,
    [
      `import { createRequire } from 'node:module'`,
      `const require = createRequire(import.meta.url)`,
      `export const load = () => require('mjml')`,
    ].join('\n'),
  )
  const bundle = await rolldown({ input: source, platform: 'node', plugins: [mjmlInOne] })
  const file = join(folder, 'folded.js')
  await bundle.write({ file, format: 'esm' })
  await bundle.close()
  folded = (await import(pathToFileURL(file).href)).load()
})

const tree = (head: readonly object[] = []) => ({
  tagName: 'mjml',
  attributes: {},
  children: [
    { tagName: 'mj-head', attributes: {}, children: head },
    {
      tagName: 'mj-body',
      attributes: {},
      children: [
        {
          tagName: 'mj-section',
          attributes: {},
          children: [
            {
              tagName: 'mj-column',
              attributes: {},
              children: [
                { tagName: 'mj-text', attributes: { 'css-class': 'said' }, content: '<b>Slack water</b>' },
              ],
            },
          ],
        },
      ],
    },
  ],
})

const text =
  '<mjml><mj-body><mj-section><mj-column><mj-text>Tide</mj-text></mj-column></mj-section></mj-body></mjml>'

const inputs: Record<string, object | string> = {
  'a tree': tree(),
  'styles to be set on elements': tree([
    { tagName: 'mj-style', attributes: { inline: 'inline' }, content: '.said b { color: teal }' },
  ]),
  'attributes for the HTML': tree([
    {
      tagName: 'mj-html-attributes',
      attributes: {},
      children: [
        {
          tagName: 'mj-selector',
          attributes: { path: '.said b' },
          children: [{ tagName: 'mj-html-attribute', attributes: { name: 'data-id' }, content: '42' }],
        },
      ],
    },
  ]),
  'MJML as text': text,
}

test.each(Object.keys(inputs))('compiles %s as the package does', async name => {
  // The compiler changes what it is given.
  const given = () => structuredClone(inputs[name] ?? '')
  const options = { validationLevel: 'strict', fonts: {}, keepComments: false }
  const { html } = await folded(given(), options)
  expect(html).toBe((await require('mjml')(given(), options)).html)
  if (name.startsWith('styles')) expect(html).toContain('color: teal')
  if (name.startsWith('attributes')) expect(html).toContain('data-id="42"')
})

test('refuses a module that does not make its `require` as expected', async () => {
  const source = join(folder, 'other', 'bind', 'email', 'mjml.js')
  mkdirSync(join(folder, 'other', 'bind', 'email'), { recursive: true })
  writeFileSync(source, `export const load = () => import('mjml')`)
  const bundle = await rolldown({ input: source, platform: 'node', plugins: [mjmlInOne] })
  await expect(bundle.generate({ format: 'esm' })).rejects.toThrow('`require` is not there')
  await bundle.close()
})
