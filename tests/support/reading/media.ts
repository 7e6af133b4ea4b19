import type { Article, Format, Medium } from '../../../pipeline/article.js'
import { saidBy } from '../../../pipeline/check/parity/passages.js'
import { readEpub } from '../../../pipeline/check/parity/read-epub.js'
import { readHtml } from '../../../pipeline/check/parity/read-html.js'
import type { Reading } from '../../../pipeline/check/parity/reading.js'
import { lostIn } from './lost.js'

/** The media that are read here without a printer, with the file that each is read from. */
export const media = {
  email: file => readHtml(file('email.html').toString()),
  text: file => ({ text: file('email.txt').toString(), links: [] }),
  epub: file => readEpub(file('.epub')),
  web: file => readHtml(file('index.html').toString()),
} satisfies Record<Exclude<Medium, 'pdf'>, (file: (name: string) => Buffer) => Reading>

export type Shown = keyof typeof media
export const shown = Object.keys(media) as readonly Shown[]
export const formatOf = (medium: Shown): Format => (medium === 'text' ? 'email' : medium)

const plain = (text: string) => text.replace(/\s/g, '')

/** What a reading lacks of an article: words, in their order, and addresses. */
export function lacks({ text, links }: Reading, { tree }: Article, medium: Medium): readonly string[] {
  const said = saidBy(tree, medium)
  const given = (url: string) =>
    medium === 'text' ? plain(text).includes(url.replace(/^mailto:/, '')) : links.includes(url)
  const missing = said.links.map(({ href }) => href).filter(href => !given(href))
  return [...lostIn(text, said.passages, medium), ...missing]
}
