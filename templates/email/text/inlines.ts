import type { ElementName } from '../../../pipeline/article.js'
import { mergeToken } from '../../merge-token.js'
import { tokenTarget } from '../addresses.js'
import { quotationMarks } from '../quotation-marks.js'
import { linkMark } from './blocks.js'
import { visible } from './characters.js'
import { lineOf, type TextHandler, words } from './state.js'

type Holding =
  | 'em'
  | 'strong'
  | 'mark'
  | 'del'
  | 'ins'
  | 'cite'
  | 'kbd'
  | 'abbr'
  | 'bdi'
  | 'bdo'
  | 'span'
  | 'rt'

/** Its words between two signs, or as they are; blanks at the ends stay outside the signs. */
export const between =
  <Name extends ElementName & Holding>(open: string, close = open): TextHandler<Name> =>
  (node, state) => {
    const line = lineOf(node.children, state)
    const inner = line.trim()
    if (!inner) return [words(line)]
    const [before = '', after = ''] = line.split(inner)
    return [words(before + open + inner + close + after)]
  }

export const code: TextHandler<'code'> = (node, state) => [words(`\`${lineOf(node.children, state)}\``)]

export const a: TextHandler<'a'> = (node, state) => {
  const line = lineOf(node.children, state)
  const target = tokenTarget(node.properties) ?? node.properties.href
  if ([target, target.replace(/^mailto:/, ''), target.replace(/\/$/, '')].includes(line)) return [words(line)]
  const mark = linkMark(target, state)
  return [
    words(mark && line.trim() ? `${line.trimEnd()}\u00A0${mark}${/\s$/.test(line) ? ' ' : ''}` : line + mark),
  ]
}

export const q: TextHandler<'q'> = (node, state) => {
  const [open, close] = quotationMarks(node.properties.lang ?? state.article.meta.lang)
  return [words(open + lineOf(node.children, state) + close)]
}

export const img: TextHandler<'img'> = node => [
  words(node.properties.alt ? `[${visible(node.properties.alt)}]` : ''),
]

export const br: TextHandler<'br'> = () => [words('\n')]

export const math: TextHandler<'math'> = node => [words(node.properties.tex)]

export const noteref: TextHandler<'noteref'> = (node, state) => [
  words(`\u00A0(${state.rendering.words.note}\u00A0${node.properties.number})`),
]

export const mergetag: TextHandler<'mergetag'> = ({ properties: { name, default: fallback } }) => [
  words(mergeToken({ name, default: fallback, use: 'words' })),
]

/** The word, then its reading in brackets. */
export const ruby: TextHandler<'ruby'> = (node, state) => {
  const parts = node.children.map(child => {
    if (child.type !== 'element') return lineOf([child], state)
    if (child.tagName === 'rp') return ''
    return child.tagName === 'rt' ? `(${lineOf(child.children, state)})` : lineOf([child], state)
  })
  return [words(parts.join(''))]
}

export const rp: TextHandler<'rp'> = () => []

const lowered = '₀₁₂₃₄₅₆₇₈₉'
const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** Digits as the characters Unicode has for them off the line; undefined for anything else. */
export function moved(to: 'sub' | 'sup', line: string): string | undefined {
  const signs = to === 'sub' ? lowered : raised
  return /^\d+$/.test(line) ? line.replace(/\d/g, digit => signs[Number(digit)] ?? digit) : undefined
}

/** Digits as the characters Unicode has for them, else a sign before it. */
export const offLine =
  <Name extends 'sub' | 'sup'>(name: Name): TextHandler<Name> =>
  (node, state) => {
    const line = lineOf(node.children, state)
    const digits = moved(name, line)
    if (digits !== undefined) return [words(digits)]
    const sign = name === 'sub' ? '_' : '^'
    return [words(line.length === 1 ? sign + line : `${sign}(${line})`)]
  }
