import { leadsWithin } from '../../../pipeline/article-link.js'
import { hostOf } from '../../host.js'
import { tokenTarget } from '../addresses.js'
import { largest } from '../largest.js'
import { visible } from './characters.js'
import {
  block,
  blocksOf,
  lineOf,
  narrower,
  paragraphOf,
  type TextHandler,
  type TextState,
  words,
} from './state.js'
import { columnsOf, indented, wrap } from './wrap.js'

/** A line under a heading, as wide as its longest line. */
export const underlined = (text: string, character: string): string =>
  `${text}\n${character.repeat(largest(text.split('\n').map(columnsOf), 1))}`

export const heading =
  <Name extends 'h2' | 'h3' | 'h4'>(character: string): TextHandler<Name> =>
  (node, state) => [block(`\n${underlined(paragraphOf(node, state), character)}`)]

export const p: TextHandler<'p'> = (node, state) => [block(paragraphOf(node, state))]

/** As mail has quoted since RFC 3676, 4.5. */
export const blockquote: TextHandler<'blockquote'> = (node, state) => [
  block(indented(blocksOf(node.children, narrower(state, 2)).join('\n\n'), '> ')),
]

export const pullquote: TextHandler<'pullquote'> = (node, state) => [
  block(indented(blocksOf(node.children, narrower(state, 16)).join('\n\n'), '        ')),
]

export const verse: TextHandler<'verse'> = (node, state) => [
  block(indented(blocksOf(node.children, narrower(state, 4)).join('\n\n'), '    ')),
]

export const hr: TextHandler<'hr'> = (_node, state) => [block(centred('* * *', state.width))]

/** In the middle of its width; a cell of a table has none while it is measured. */
const centred = (text: string, width: number) =>
  Number.isFinite(width) ? ' '.repeat(Math.max(0, Math.floor((width - columnsOf(text)) / 2))) + text : text

/** Four columns in, as Markdown has it, and never wrapped. */
export const pre: TextHandler<'pre'> = (node, state) => [
  block(
    indented(node.children.map(line => lineOf([line], state).replaceAll('\t', '    ')).join('\n'), '    '),
  ),
]

/** A caption follows its picture at once, and code or a table after a line. */
export const figure: TextHandler<'figure'> = (node, state) => {
  const pictures = node.children.every(child => child.tagName === 'picture' || isCaption(child))
  const content = blocksOf(
    node.children.filter(child => !isCaption(child)),
    state,
  )
  const captions = blocksOf(node.children.filter(isCaption), state)
  return [block([...content, captions.join('\n')].filter(Boolean).join(pictures ? '\n' : '\n\n'))]
}

const isCaption = (child: { readonly tagName: string }) =>
  child.tagName === 'figcaption' || child.tagName === 'credit'

export const picture: TextHandler<'picture'> = (node, state) => {
  const { alt, title, href } = node.properties
  const shown = [
    alt ? `[${state.rendering.words.image}: ${visible(alt)}]` : '',
    title ?? '',
    linkMark(href, state),
  ]
  return [block(wrap(shown.filter(Boolean).join(' '), state.width))]
}

/** " [3]" for an address, nothing for a place in the same text. */
export const linkMark = (href: string | undefined, state: TextState): string =>
  href === undefined || leadsWithin(href) ? '' : `[${state.links.number(href)}]`

export const callout: TextHandler<'callout'> = (node, state) => {
  const inner = narrower(state, 2)
  const label = node.children.find(child => child.tagName === 'label')
  const title = label ? lineOf(label.children, inner) : state.rendering.words.callouts[node.properties.kind]
  const rest = node.children.filter(child => child !== label)
  return [
    block(indented([wrap(`*${title.trim()}*`, inner.width), ...blocksOf(rest, inner)].join('\n\n'), '| ')),
  ]
}

export const details: TextHandler<'details'> = (node, state) => {
  const inner = narrower(state, 2)
  return [block(indented(blocksOf(node.children, inner).join('\n\n'), '| '))]
}

/** A label or a summary in its box. */
export const label: TextHandler<'label' | 'summary'> = (node, state) => [
  block(wrap(`*${lineOf(node.children, state).trim()}*`, state.width)),
]

/** Its address stands in full: it is what the block is for. */
export const button: TextHandler<'button'> = (node, state) => {
  const target = tokenTarget(node.properties) ?? node.properties.href
  const line = `${lineOf(node.children, state).trim()}:`
  return [
    block(
      leadsWithin(target) ? wrap(line.slice(0, -1), state.width) : `${wrap(line, state.width)}\n${target}`,
    ),
  ]
}

export const embed: TextHandler<'embed'> = (node, state) => {
  const { url, title, description, provider } = node.properties
  const from = provider ?? hostOf(url)
  const lines = [title ? `${title} (${from})` : '', description ?? ''].filter(Boolean)
  return [block([...lines.map(line => wrap(visible(line), state.width)), url].join('\n'))]
}

export const equation: TextHandler<'equation'> = node => [block(indented(node.properties.tex.trim(), '    '))]

export const notes: TextHandler<'notes'> = (node, state) => [
  block(`\n${underlined(state.rendering.words.notes, '-')}`),
  ...node.children.flatMap(child => blocksOf([child], state).map(block)),
]

export const note: TextHandler<'note'> = (node, state) => {
  const mark = `${node.properties.number}. `
  const content = blocksOf(node.children, narrower(state, mark.length)).join('\n\n')
  return [block(indented(content, mark, ' '.repeat(mark.length)))]
}

/** Words of a part that its parent places. */
export const line: TextHandler<'figcaption' | 'credit' | 'attribution' | 'caption'> = (node, state) => [
  block(paragraphOf(node, state)),
]

export const inner: TextHandler<'line' | 'token'> = (node, state) => [words(lineOf(node.children, state))]
