import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname } from 'node:path'
import type { Browser, Page } from 'puppeteer'
import sharp from 'sharp'
import type { Publication } from '../../../pipeline/article.js'
import { prepareAssets } from '../../../pipeline/assets/prepare.js'
import { bindEpub } from '../../../pipeline/bind/epub/bind.js'
import { packageReader } from '../../../pipeline/world/packages.js'
import { memoryWorld } from '../../../pipeline/world-memory.js'
import { epubTemplate } from '../../../templates/epub/epub.js'
import { openPage } from '../browser.js'
import { issueOf, publication, renderingOf } from '../rendering.js'
import { readZip } from '../zip.js'

/** The files of an EPUB by name, below its package's folder. */
export type Files = ReadonlyMap<string, Uint8Array>

/**
 * The EPUB of a Markdown file, unpacked. Beside it is one picture, `picture.png`, of a river in two colours.
 *
 * @param browser draws the formulas, where there is one
 */
export async function unpacked(
  path: string,
  of: Partial<Publication> = {},
  browser?: Browser,
): Promise<Files> {
  return filesOf(
    await bindEpub(epubTemplate(await renderingOfFile(path, { ...publication, ...of }, browser))),
  )
}

/** The files of an EPUB. */
export function filesOf(epub: Uint8Array): Files {
  const inside = /^OEBPS\//
  return new Map(
    readZip(epub).flatMap(({ name, bytes }) =>
      inside.test(name) ? [[name.replace(inside, ''), bytes]] : [],
    ),
  )
}

async function renderingOfFile(path: string, of: Publication, browser: Browser | undefined) {
  const issue = await issueOf(await readFile(path, 'utf8'), basename(path))
  const folder = dirname(path)
  const world = memoryWorld({
    files: { [`${folder}/picture.png`]: await river() },
    packages: packageReader([]),
    ...(browser ? { browser: async () => browser } : {}),
  })
  const options = { world, contentRoot: folder, folderOf: () => folder, tokens: of.tokens }
  const assets = await prepareAssets(issue, ['epub'], options)
  return renderingOf(issue, 'epub', { publication: of, assets: assets.for('epub') })
}

const river = () =>
  sharp({ create: { width: 900, height: 500, channels: 4, background: '#9ab0' } })
    .composite([
      { input: { create: { width: 900, height: 160, channels: 4, background: '#234' } }, top: 200, left: 0 },
    ])
    .png()
    .toBuffer()

const types: Readonly<Record<string, string>> = {
  xhtml: 'application/xhtml+xml',
  css: 'text/css',
  png: 'image/png',
  jpg: 'image/jpeg',
  ttf: 'font/ttf',
  otf: 'font/otf',
}

/** How somebody reads: the size of the page and of the letters, and what the reading system adds to every style sheet. */
export interface Reading {
  readonly width: number
  readonly height: number
  /** Per cent of the size that a book has by itself. */
  readonly letters?: number
  /** Pixels of the device for one of CSS. */
  readonly scale?: number
  readonly look?: keyof typeof looks
}

/**
 * What reading systems do to a page. Night and sepia set the ground and the ink of the body, as Kobo and Kindle do,
 * and trust the book to have set neither; Apple Books colours links too. An e-reader without a night of its own turns
 * every pixel round.
 */
const looks = {
  day: '',
  night: 'html, body { background: #000 !important; color: #fff !important } a:link { color: #9cf }',
  sepia: 'html, body { background: #f4ecd8 !important; color: #5b4636 !important }',
  inverted: 'html { background: #fff; filter: invert(1) }',
  vertical: 'html { -webkit-writing-mode: vertical-rl; writing-mode: vertical-rl }',
} as const

/** Opens a chapter as a reading system would: its own margins, nothing of a browser's. */
export async function openChapter(
  browser: Browser,
  files: Files,
  chapter: string,
  reading: Reading,
): Promise<Page> {
  const { page, asked } = await openPage(browser, `https://book.invalid/${chapter}`, url => {
    const name = decodeURIComponent(new URL(url).pathname.slice(1))
    const bytes = files.get(name)
    return bytes && { bytes, type: types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream' }
  })
  if (asked.length > 0) throw new Error(`Unexpected request for ${asked.join(', ')}`)
  const { width, height, scale = 1, letters = 100, look = 'day' } = reading
  await page.setViewport({ width, height, deviceScaleFactor: scale })
  const system = `html { font-size: ${letters}% } body { margin: 16px !important }`
  await page.addStyleTag({ content: `${wideMath} ${system} ${looks[look]}` })
  await page.evaluate(() => document.fonts.ready)
  return page
}

const math = readFileSync(
  createRequire(import.meta.url).resolve(
    '@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2',
  ),
)

/** Formulas in letters as wide as those of DejaVu, the widest face for them, whatever is installed here. */
const wideMath = `
@font-face {
  font-family: reader-math;
  size-adjust: 122%;
  src: url(data:font/woff2;base64,${math.toString('base64')});
}
math { font-family: reader-math }`
