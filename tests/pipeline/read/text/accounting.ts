import type { VFileMessage } from 'vfile-message'
import type { Article } from '../../../../pipeline/article.js'
import { reporter } from '../../../../pipeline/messages.js'
import { asciiDigit } from '../../../../pipeline/read/text/markers.js'
import type { Quotes } from '../../../../pipeline/read/text/quotations.js'
import { transform } from '../../../../pipeline/transform/transform.js'
import { type AnyNode, read } from './pastes.js'

/** A text as the reader and the transforms make it. */
export interface Made {
  readonly article: Article
  readonly messages: VFileMessage[]
}

export async function made(text: string, quotes: Quotes = 'safe'): Promise<Made> {
  const { source, messages } = read(text, quotes)
  const report = reporter('input.txt', messages)
  return { article: await transform(source, { key: 'a1', file: 'input.txt' }, report), messages }
}

export type Count = Map<string, number>

/** Words, whatever stands between them: of Chinese and Japanese each sign, digits as ASCII has them. */
export function wordsOf(text: string): string[] {
  const whole = text
    .replace(/\r\n/g, '\n')
    .replace(/\u00AD[^\S\n]*\n(?![^\S\n]*\n)[^\S\n]*/g, '')
    .replace(/[\u00AD\u200B\u2060\uFEFF\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/\p{Nd}/gu, asciiDigit)
  return (
    whole.match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}])+/gu,
    ) ?? []
  )
}

export function counted(texts: readonly string[]): Count {
  const count: Count = new Map()
  for (const text of texts) for (const word of wordsOf(text)) count.set(word, (count.get(word) ?? 0) + 1)
  return count
}

/** The texts of a tree, and the numbers that its lists have by themselves. */
export function textsOf(node: AnyNode): string[] {
  if (node.type === 'text') return [node.value ?? '']
  const children = node.children ?? []
  if (children.every(({ type }) => type === 'text')) return [children.map(({ value }) => value).join('')]
  const own = children.flatMap((child, index) =>
    node.tagName === 'ol' ? [sign(node, index), ...textsOf(child)] : textsOf(child),
  )
  // What is not divided by a block or a line is one run of words.
  const isLine = children.every(child => child.type === 'text' || /^(?:a|strong)$/.test(child.tagName ?? ''))
  return isLine ? [own.join('')] : own
}

const sign = ({ properties }: AnyNode, index: number) =>
  properties?.type === 'a' ? String.fromCharCode(97 + index) : String(index + 1)

/** What the front matter says of the text, but for what is made: the date in its form, the language. */
export function textsOfMeta({ meta }: Article): string[] {
  const { name, url, license } = meta.source ?? {}
  const values = [meta.standfirst, name, url, license]
  const title = meta.title === meta.slug ? undefined : meta.title
  return [title, ...values, ...meta.authors.flatMap(author => Object.values(author))].filter(
    value => value !== undefined,
  )
}

/** The words that messages say are left out, or were made a date. */
export const textsLeftOut = (messages: readonly VFileMessage[]): string[] =>
  messages.flatMap(({ ruleId, reason }) => {
    if (ruleId !== 'import-guess' && ruleId !== 'import-dropped') return []
    const left = /; “([\s\S]*)” is left out$/.exec(reason)?.[1]
    const date = /, as [\d-]+ from “([^”]*)”/.exec(reason)?.[1]
    return [left, date].filter(piece => piece !== undefined)
  })

/** Words of a text that are neither in the article, nor in its front matter, nor in a message. */
export function lost(text: string, { article, messages }: Made): string[] {
  const found = counted([...textsOf(article.tree), ...textsOfMeta(article), ...textsLeftOut(messages)])
  // A small o that is a bullet is no word.
  const given = counted([text.replace(/^[^\S\n]+o\s+(?=\S)/gm, '')])
  return [...given].filter(([word, count]) => (found.get(word) ?? 0) < count).map(([word]) => word)
}

/** Words of the article or its front matter that the text has not. */
export function invented(text: string, { article }: Made): string[] {
  const given = counted([text])
  const inTree = [...counted(textsOf(article.tree))].filter(([word, count]) => (given.get(word) ?? 0) < count)
  const inMeta = [...counted(textsOfMeta(article))].filter(([word]) => !given.has(word))
  return [...inTree, ...inMeta].map(([word]) => word)
}
