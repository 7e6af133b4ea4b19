import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A fenced example of a page of docs/. */
export interface Example {
  /** The word after the fence. */
  readonly language: string
  readonly text: string
  /** What the HTML comment on the line above it says, if anything. */
  readonly comment: string
  /** The heading it stands under. */
  readonly section: string
}

/** The text of a file of the project. @param path relative to its root */
export const readPage = (path: string): string =>
  readFileSync(join(import.meta.dirname, '../..', path), 'utf8')

/** The fenced examples of a page, in order. */
export function examplesOf(page: string): Example[] {
  const fence = /(?:^<!-- ([^\n]*) -->\n)?^(`{3,})(\w+)[^\n]*\n(.*?)^\2$/gms
  return [...page.matchAll(fence)].map(({ index, 1: comment = '', 3: language = '', 4: text = '' }) => ({
    language,
    text,
    comment,
    section: sectionAt(page, index),
  }))
}

/** The headings of a page, without their signs. @param level how many signs */
export const headingsOf = (page: string, level: number): string[] =>
  [...withoutFences(page).matchAll(new RegExp(`^#{${level}} (.*)$`, 'gm'))].map(([, words = '']) => words)

function sectionAt(page: string, index: number): string {
  const headings = withoutFences(page.slice(0, index)).match(/^##+ .*$/gm) ?? []
  return headings.at(-1)?.replace(/^#+ /, '') ?? ''
}

const withoutFences = (page: string) => page.replace(/^(`{3,})\w*[^\n]*\n.*?^\1$/gms, '')
