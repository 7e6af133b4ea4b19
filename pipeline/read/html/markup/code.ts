import type { Element, ElementContent, Nodes, Root } from 'hast'
import { attributeOf, childElements, firstIn, isNamed, namesOf, rewrite, standIn } from '../nodes.js'

const gutters =
  /(?:^|\s)(?:gutter|rouge-gutter|lineno|linenos|line-numbers-rows|linenodiv|lnt|ln|line-number|line_number|react-syntax-highlighter-line-number|copy-button|copy|copy-code|clipboard|code-copy|toolbar|hljs-ln-numbers|blob-num)(?:\s|$)/
const lines = new Set('div li tr p'.split(' '))

/** Blocks of code as `pre` with its language: highlighters put them in tables, lists and a span a line. */
export function settleCode(body: Root): void {
  rewrite(body, (node, ancestors) => {
    if (isNamed(node, 'table', 'figure', 'div') && isNumberedCode(node)) {
      const blocks = codeBlocksIn(node)
      const last = blocks.at(-1)
      if (last) return [block(last, languageOf(last, [node, ...ancestors.slice(-3)]))]
    }
    if (!isNamed(node, 'pre') || ancestors.some(at => isNamed(at, 'pre'))) return undefined
    return [block(node, languageOf(node, ancestors.slice(-3).reverse()))]
  })
}

/** A table whose first column counts the lines of the second. */
function isNumberedCode(node: Element): boolean {
  if (!isNamed(node, 'table') && !/ (?:highlight|crayon-[\w-]+) /.test(namesOf(node))) return false
  const numbers = firstIn(node, at => isNamed(at, 'td', 'pre') && /^[\d\s]*$/.test(rawText(at)))
  return (
    numbers !== undefined &&
    codeBlocksIn(node).length > 0 &&
    firstIn(node, at => isNamed(at, 'p', 'h2')) === undefined
  )
}

/** A highlighted `pre`, or the cell of one, that is no column of numbers. */
function codeBlocksIn(node: Element): Element[] {
  const found: Element[] = []
  const visit = (at: Element) => {
    if (isNamed(at, 'pre') && childElements(at).every(child => !isNamed(child, 'table'))) {
      if (!/^[\d\s]*$/.test(rawText(at))) found.push(at)
    } else childElements(at).forEach(visit)
  }
  visit(node)
  return found
}

function block(node: Element, language: string | undefined): Element {
  const value = codeText(node).replace(/^\n/, '').replace(/\s+$/, '').replaceAll('\u00A0', ' ')
  const properties = language ? { dataLanguage: language } : {}
  return standIn(node, 'pre', properties, [
    standIn(node, 'code', {}, [{ type: 'text', value: `${value}\n` }]),
  ])
}

/** The text, a line for each element that is one. */
function codeText(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element') return ''
  if (isNamed(node, 'br')) return '\n'
  if (isNamed(node, 'button', 'svg') || gutters.test(namesOf(node))) return ''
  const text = codeLines(node.children)
  return lines.has(node.tagName) && !text.endsWith('\n') ? `${text}\n` : text
}

function codeLines(children: readonly ElementContent[]): string {
  const isLine = (child: Nodes | undefined) =>
    isNamed(child, 'code') || (isNamed(child, 'span') && /(?:^| )(?:line|cl|view-line) /.test(namesOf(child)))
  return children
    .map((child, index) => {
      const text = codeText(child)
      // A line an element, with nothing between them.
      return isLine(child) && isLine(children[index + 1]) && !text.endsWith('\n') ? `${text}\n` : text
    })
    .join('')
}

const rawText = (node: Nodes): string =>
  node.type === 'text' ? node.value : node.type === 'element' ? node.children.map(rawText).join('') : ''

const known =
  /^(?:bash|c|clojure|cpp|csharp|c#|c\+\+|css|dart|diff|dockerfile|elixir|elm|erlang|go|graphql|haskell|html|ini|java|javascript|js|json|jsx|julia|kotlin|latex|lisp|lua|makefile|markdown|matlab|nim|ocaml|perl|php|powershell|prolog|python|py|r|ruby|rb|rust|rs|scala|scheme|scss|sh|shell|sql|swift|toml|tsx|ts|typescript|vim|xml|yaml|yml|zig|zsh)$/

/** The language, as it is written on the block, on the code in it or on what is around it. */
function languageOf(node: Element, around: readonly Element[]): string | undefined {
  const code = firstIn(node, child => isNamed(child, 'code'))
  for (const at of [code, node, ...around]) {
    if (!at) continue
    const told = attributeOf(
      at,
      'dataLang',
      'dataLanguage',
      'dataEnlighterLanguage',
      'dataCodeLanguage',
      'syntax',
    )
    if (told) return clean(told)
    const names = namesOf(at)
    const written = / (?:language|lang|highlight-source|src|brush:?) ?[-:]? ?([\w+#-]+)/.exec(names)?.[1]
    if (written && written !== 'plaintext' && written !== 'none' && !/^code$/.test(written))
      return clean(written)
    if (/ (?:hljs|sourcecode|highlight|prettyprint|src) /.test(names)) {
      const word = names.split(' ').find(name => known.test(name))
      if (word) return clean(word)
    }
  }
  return undefined
}

const clean = (language: string) => {
  const name = language.toLowerCase().replace(/^(?:text-html-)/, '')
  return /^[\w+#.-]{1,30}$/.test(name) && !/^(?:plain|plaintext|text|none|generic|auto)$/.test(name)
    ? name
    : undefined
}
