import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Element, Root } from 'hast'
import rehypeParse from 'rehype-parse'
import sharp from 'sharp'
import { unified } from 'unified'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createPress } from '../../pipeline/press.js'
import { temporaryFolder, trifold } from '../support/cli.js'
import { hostilePage, svg } from '../support/hostile-page.js'
import { type Listener, listen } from '../support/listener.js'
import { poppler } from '../support/poppler.js'

let listener: Listener
beforeAll(async () => {
  listener = await listen()
})
afterAll(() => listener.close())

let head: string
let body: string
/** A picture of SVG that asks for more, as an article has it beside itself. */
let picture: string
beforeEach(async () => {
  const outside = temporaryFolder()
  const at = (name: string) => pathToFileURL(join(outside, name)).href
  const files = {
    text: at('secret.txt'),
    css: at('secret.css'),
    png: at('secret.png'),
    svg: at('secret.svg'),
  }
  picture = svg(listener.origin, files.png)
  writeFileSync(join(outside, 'secret.txt'), 'SECRET')
  writeFileSync(join(outside, 'secret.css'), '*::after { content: "SECRET" }')
  writeFileSync(join(outside, 'secret.svg'), picture.replace('</svg>', '<text y="9">SECRET</text></svg>'))
  const square = sharp({ create: { width: 37, height: 41, channels: 3, background: 'red' } })
  await square.png().toFile(join(outside, 'secret.png'))
  ;({ head, body } = hostilePage({ origin: listener.origin, udpPort: listener.udpPort, files }))
})

function expectHarmless(bytes: Uint8Array): void {
  const text = poppler('pdftotext', bytes)
  expect(text).toContain('The end of it.')
  expect(text).not.toContain('SECRET')
  expect(poppler('pdfimages', bytes, '-list')).not.toMatch(/ 37 +41 /)
}

test('an article with every way out of a page is printed, and nothing is asked for', async () => {
  const cwd = temporaryFolder()
  mkdirSync(join(cwd, 'content'))
  writeFileSync(join(cwd, 'trifold.yaml'), 'name: N\nlang: en\naddress: 1 Street\n')
  writeFileSync(join(cwd, 'content/inside.svg'), picture)
  const html = `${head}\n\n${body}`.replaceAll(/^ +/gm, '')
  writeFileSync(
    join(cwd, 'content/a.md'),
    `---\ntitle: T\ndate: 2026-05-31\n---\n\n${html}\n\n![Inside](inside.svg)\n\nThe end of it.\n`,
  )
  const called = await trifold(['build', '-f', 'pdf'], { cwd })
  expect(called.code, called.stderr).toBe(0)
  expect(await listener.heard()).toEqual([])
  expectHarmless(readFileSync(join(cwd, 'dist/a/a.pdf')))
})

test('a template of a publication that asks for everything gets nothing', async () => {
  const page = unified().use(rehypeParse).parse(`<!doctype html><html><head>${head}</head><body>${body}`)
  const press = createPress({
    config: {
      name: 'N',
      lang: 'en',
      address: '1 Street',
      templates: { pdf: { elements: { hr: () => [everythingIn(page)] } } },
    },
  })
  try {
    const read = await press.fromMarkdown(
      '---\ntitle: T\ndate: 2026-05-31\n---\n\nBefore.\n\n---\n\nThe end of it.\n',
    )
    const { files, messages } = await press.render(read, 'pdf')
    expect(await listener.heard()).toEqual([])
    expect(files, messages.map(String).join('\n')).toHaveLength(1)
    for (const { bytes } of files) expectHarmless(bytes)
  } finally {
    await press.close()
  }
})

/** All elements of a page in one, those of its head too. */
function everythingIn(page: Root): Element {
  const html = page.children.find(node => node.type === 'element')
  const parts = (html?.children ?? []).flatMap(node => (node.type === 'element' ? node.children : []))
  return { type: 'element', tagName: 'div', properties: {}, children: parts }
}
