import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Frame, Page } from 'puppeteer'
import { openPage } from '../browser.js'

/** An entry of the contents as the reader shows it. */
export interface Entry {
  readonly label: string
  readonly href: string
  /** From 1. */
  readonly depth: number
}

/** Where an address in the book led. */
export interface Place {
  /** Of the document, in reading order. */
  readonly index: number
  readonly text: string
  /** Whether it begins on the page that is shown. */
  readonly seen: boolean
}

/** A note that was opened from the text. */
export interface PoppedNote {
  readonly call: string
  /** What the reader takes it for: `footnote`. */
  readonly type: string | null
  readonly text: string
}

/** What `reader.mjs` puts there. */
interface ReaderInPage {
  readonly dir: 'ltr' | 'rtl'
  contents(): readonly Entry[]
  sections(): number
  turnLeft(): Promise<number>
  visit(href: string): Promise<Place>
  section(index: number): Promise<string>
  notes(index: number): Promise<PoppedNote[]>
  popUp(index: number): Promise<void>
  close(): void
  dress(css: string, ground: string): Promise<void>
  wide(): string[]
}

/** An EPUB that is open in foliate-js. */
export interface Reader {
  readonly page: Page
  /** Addresses that nobody has, which the book or the reader asked for; and what the console was told. */
  readonly troubles: readonly string[]
  /** Runs a function of the reader. */
  ask<Name extends keyof ReaderInPage>(
    name: Name,
    ...args: ReaderInPage[Name] extends (...args: infer Args) => unknown ? Args : []
  ): Promise<
    ReaderInPage[Name] extends (...args: never[]) => infer Answer ? Awaited<Answer> : ReaderInPage[Name]
  >
  /** The book's document that is shown. */
  frame(): Promise<Frame>
}

const here = dirname(fileURLToPath(import.meta.url))
const foliate = dirname(createRequire(import.meta.url).resolve('foliate-js/view.js'))
// Of foliate's own frames: WebKit needs it so.
const ownWarning = 'An iframe which has both allow-scripts and allow-same-origin'
const origin = 'http://reader.invalid'

/** Opens an EPUB in foliate-js 1.0.1, in a page that has nothing but the reader and the book. */
export async function openReader(browser: Browser, epub: Uint8Array): Promise<Reader> {
  const { page, asked, said } = await openPage(browser, `${origin}/`, url => served(url, epub))
  await page.waitForSelector('html[data-ready]')
  return {
    page,
    get troubles() {
      return [...asked, ...said.filter(line => !line.startsWith(ownWarning))]
    },
    ask: (name, ...args) =>
      page.evaluate(
        (key, given) => {
          const { reader } = globalThis as unknown as { reader: Record<string, unknown> }
          const what = reader[key]
          return typeof what === 'function' ? what(...given) : what
        },
        name,
        args as unknown[],
      ),
    async frame() {
      const shown = page.frames().findLast(frame => frame.url().startsWith('blob:'))
      if (!shown) throw new Error('No document of the book is open')
      return shown
    },
  }
}

function served(url: string, epub: Uint8Array): { bytes: Uint8Array; type: string } | undefined {
  const { origin: from, pathname } = new URL(url)
  if (from !== origin) return undefined
  if (pathname === '/favicon.ico') return { bytes: new Uint8Array(), type: 'image/png' }
  if (pathname === '/') return { bytes: readFileSync(join(here, 'reader.html')), type: 'text/html' }
  if (pathname === '/book.epub') return { bytes: epub, type: 'application/epub+zip' }
  const script = pathname === '/reader.mjs' ? join(here, 'reader.mjs') : inFoliate(pathname)
  return script ? { bytes: readFileSync(script), type: 'text/javascript' } : undefined
}

const inFoliate = (path: string) =>
  path.startsWith('/foliate/') ? join(foliate, path.slice('/foliate/'.length)) : undefined
