import type { Text } from 'mdast'

/** Whether the sign at a place of a text stands for itself in the source: it is neither escaped nor a reference. */
export type IsPlain = (index: number) => boolean

const reference = /^&(?:#(?:x([0-9a-f]{1,6})|(\d{1,7}))|[a-z][a-z0-9]{1,31});/i

/**
 * Which signs of a text are markup, for syntax that is read after Markdown's own: `\==` and `&#61;=` are words.
 *
 * @param source the whole text that was parsed
 */
export function plainSigns({ value, position }: Text, source: string): IsPlain {
  const raw = source.slice(position?.start.offset, position?.end.offset)
  if (!position || raw === value) return () => true
  const escaped = new Set<number>()
  let at = 0
  for (let index = 0; index < value.length && at < raw.length; ) {
    const sign = value[index]
    // An escaped sign stands there itself, or the noncharacter that the parser keeps in its place for a while.
    const isEscaped = raw[at] === '\\' && /[!-/:-@[-`{-~]/.test(raw[at + 1] ?? '')
    if (isEscaped && (raw[at + 1] === sign || /[\uFDD0-\uFDEF]/.test(sign ?? ''))) {
      escaped.add(index)
      index += 1
      at += 2
      continue
    }
    const [found, hex, decimal] = raw[at] === '&' ? (reference.exec(raw.slice(at, at + 40)) ?? []) : []
    if (found && !value.startsWith(found, index)) {
      const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : undefined
      const length = code !== undefined && code > 0xffff ? 2 : 1
      for (let part = 0; part < length; part++) escaped.add(index + part)
      index += length
      at += found.length
      continue
    }
    // What is in the source alone is white space and the signs of a quotation or a list at a line's beginning.
    if (raw[at] === sign) index += 1
    at += 1
  }
  return index => !escaped.has(index)
}
