import type { Root } from 'mdast'
import type { Extension, Handle } from 'mdast-util-from-markdown'
import { visit } from 'unist-util-visit'

/** Noncharacters, which no text has, in the place of each sign. */
const kept: Readonly<Record<string, string>> = {
  '"': '\uFDD4',
  "'": '\uFDD5',
  '-': '\uFDD6',
  '.': '\uFDD7',
}
const signs = '"\'-.'
const holders = /[\uFDD4-\uFDD7]/g
const holding = /\\["'.-]|[\uFDD4-\uFDD7]/

/**
 * Keeps a quotation mark, a hyphen or a full stop with a backslash before it from smart punctuation: 6' 2" is written
 * `6\' 2\"`. `releaseSigns` puts it back.
 */
export const keepSigns: Extension = { exit: { characterEscapeValue: keep } }

function keep(this: ThisParameterType<Handle>, token: Parameters<Handle>[0]): undefined {
  // The package's own handler, by another name, for all but what was escaped.
  const text = this.stack.at(-1)
  this.config.exit.data?.call(this, token)
  if (text?.type !== 'text') return
  const held = kept[text.value.slice(-1)]
  if (held) text.value = text.value.slice(0, -1) + held
}

/**
 * Puts the signs back, in texts and in attributes.
 *
 * @param source the text that was parsed
 */
export function releaseSigns(tree: Root, source: string): void {
  if (!holding.test(source)) return
  visit(tree, node => {
    for (const [key, value] of Object.entries(node)) {
      if (typeof value === 'string' && value.search(holders) >= 0)
        Object.assign(node, {
          [key]: value.replace(holders, sign => signs[sign.charCodeAt(0) - 0xfdd4] ?? sign),
        })
    }
  })
}
