/** A declaration of CSS, its name in lower case. */
export interface Declaration {
  readonly property: string
  readonly value: string
}

/** A rule of a style sheet, flat: what it is nested in, and its declarations. */
export interface StyleRule {
  /** The at-rules around it, outermost first: `@media (max-width:480px)`. */
  readonly within: readonly string[]
  /** Its selectors as they are written; empty for an at-rule of declarations, `@font-face` say. */
  readonly selector: string
  readonly declarations: readonly Declaration[]
}

/** The declarations of a `style` attribute or a rule (CSS Style Attributes, 3). */
export function declarationsOf(css: string): Declaration[] {
  return split(css, ';').flatMap(written => {
    const colon = written.indexOf(':')
    if (colon < 1) return []
    return [
      { property: written.slice(0, colon).trim().toLowerCase(), value: written.slice(colon + 1).trim() },
    ]
  })
}

/** The rules of a style sheet in order, those in at-rules too. What cannot be read is passed over. */
export function rulesOf(sheet: string, within: readonly string[] = []): StyleRule[] {
  const css = sheet.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, ' ')
  const rules: StyleRule[] = []
  let at = 0
  while (at < css.length) {
    const open = find(css, '{;', at)
    if (open === css.length) break
    const prelude = css.slice(at, open).trim()
    if (css[open] === ';') {
      // `@import` and its like, which have no block.
      if (prelude.startsWith('@'))
        rules.push({ within: [...within, prelude], selector: '', declarations: [] })
      at = open + 1
      continue
    }
    const close = endOfBlock(css, open)
    const block = css.slice(open + 1, close)
    if (prelude.startsWith('@') && block.includes('{')) rules.push(...rulesOf(block, [...within, prelude]))
    else if (prelude.startsWith('@'))
      rules.push({ within: [...within, prelude], selector: '', declarations: declarationsOf(block) })
    else rules.push({ within, selector: prelude, declarations: declarationsOf(block) })
    at = close + 1
  }
  return rules
}

/** The parts of a list, but for what stands in brackets or quotes. */
export function split(css: string, by: string): string[] {
  const parts: string[] = []
  let from = 0
  while (from <= css.length) {
    const to = find(css, by, from)
    parts.push(css.slice(from, to))
    from = to + 1
  }
  return parts.map(part => part.trim()).filter(part => part !== '')
}

/** Where the first of the characters is, outside of brackets and quotes; the end where there is none. */
function find(css: string, characters: string, from: number): number {
  let depth = 0
  for (let at = from; at < css.length; at += 1) {
    const character = css[at] ?? ''
    if (depth === 0 && characters.includes(character)) return at
    if (character === '\\') at += 1
    else if (character === '"' || character === "'") at = endOfString(css, at)
    else if (character === '(' || character === '[') depth += 1
    else if (character === ')' || character === ']') depth = Math.max(0, depth - 1)
  }
  return css.length
}

function endOfString(css: string, open: number): number {
  for (let at = open + 1; at < css.length; at += 1) {
    if (css[at] === '\\') at += 1
    else if (css[at] === css[open]) return at
  }
  return css.length
}

function endOfBlock(css: string, open: number): number {
  let depth = 0
  for (let at = open; at < css.length; at += 1) {
    const character = css[at]
    if (character === '"' || character === "'") at = endOfString(css, at)
    else if (character === '{') depth += 1
    else if (character === '}') {
      depth -= 1
      if (depth === 0) return at
    }
  }
  return css.length
}
