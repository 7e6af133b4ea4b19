import type { ContainerDirective, TextDirective } from 'mdast-util-directive'
import { directiveToMarkdown } from 'mdast-util-directive'
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item'
import { mathToMarkdown } from 'mdast-util-math'
import { defaultHandlers, type Handle, type Options } from 'mdast-util-to-markdown'
import { escapesOf } from './escapes.js'
import { isLabel } from './inlines.js'

/** How the text will be read. */
export interface SyntaxOptions {
  /** Whether `$x$` is a formula. */
  readonly singleDollarMath: boolean
  /** Whether quotes and dashes stay as they are typed. */
  readonly verbatim: boolean
  /** How wide a string is on a screen. */
  readonly width: (text: string) => number
}

/** Markdown as we write it: `-` for lists and rules, `*` for emphasis, tables with columns that line up. */
export function syntax({ singleDollarMath, verbatim, width }: SyntaxOptions): Options {
  const directives = directiveToMarkdown({ quoteSmart: true })
  return {
    bullet: '-',
    bulletOther: '*',
    rule: '-',
    emphasis: '*',
    listItemIndent: 'one',
    extensions: [
      gfmFootnoteToMarkdown(),
      gfmStrikethroughToMarkdown(),
      tables(width),
      gfmTaskListItemToMarkdown(),
      directives,
      mathToMarkdown({ singleDollarTextMath: singleDollarMath }),
      { handlers: { textDirective: inlineDirective(directives), containerDirective: container(directives) } },
      { handlers: { break: lineBreak, delete: deletion } },
      { handlers: { root: withEscapes(verbatim) } },
    ],
  }
}

/** The escapes are settled when the writing begins: an extension can add some and take none away. */
const withEscapes =
  (verbatim: boolean): Handle =>
  (node, parent, state, info) => {
    state.unsafe = escapesOf(state.unsafe, verbatim)
    return defaultHandlers.root(node, parent, state, info)
  }

/** Columns line up where the table is no wider than a screen. */
const widest = 120

function tables(width: (text: string) => number): Options {
  const aligned = gfmTableToMarkdown({ stringLength: width })
  const loose = gfmTableToMarkdown({ tablePipeAlign: false })
  const table: Handle = (node, parent, state, info) => {
    const text: string = handler(aligned, 'table')(node, parent, state, info)
    return width(text.slice(0, text.indexOf('\n'))) > widest
      ? handler(loose, 'table')(node, parent, state, info)
      : text
  }
  return { extensions: [aligned], handlers: { table } }
}

const handler = ({ handlers }: Options, name: 'table' | 'textDirective' | 'containerDirective'): Handle => {
  const found = handlers?.[name]
  if (!found) throw new Error(`Expected a handler for ${name}`)
  return found
}

/** A directive in a line; the tags of HTML where its label cannot be one, or a colon before it would be part of it. */
function inlineDirective(directives: Options): Handle {
  const handle: Handle & { peek?: Handle } = (node: TextDirective, parent, state, info) => {
    const leave = [state.enter('textDirective'), state.enter('label'), state.enter('textDirectiveLabel')]
    const label = state.containerPhrasing(node, { ...info, before: '[', after: ']' })
    for (const exit of leave.reverse()) exit()
    const { open = '', close = '' } = node.data ?? {}
    if (info.before.endsWith(':') || !isLabel(label)) return open + label + close
    const bare: string = handler(directives, 'textDirective')({ ...node, children: [] }, parent, state, {
      ...info,
      after: ' ',
    })
    const attributes = bare.slice(node.name.length + 1)
    return `:${node.name}[${label}]${attributes || (info.after.startsWith('{') ? '{}' : '')}`
  }
  handle.peek = () => ':'
  return handle
}

/** A directive with blocks in it. The package escapes its label as it would no other running text. */
const container =
  (directives: Options): Handle =>
  (node: ContainerDirective, parent, state, info) => {
    const [first, ...rest] = node.children
    const whole = handler(directives, 'containerDirective')
    if (first?.type !== 'paragraph' || !first.data?.directiveLabel) return whole(node, parent, state, info)
    const bare: string = whole({ ...node, children: rest }, parent, state, info)
    const constructs = ['containerDirective', 'phrasing', 'label', 'containerDirectiveLabel'] as const
    const leave = constructs.map(construct => state.enter(construct))
    const label = state.containerPhrasing(first, { ...info, before: '[', after: ']' })
    for (const exit of leave.reverse()) exit()
    return bare.replace(/^:+[\w-]+/, head => `${head}[${label}]`)
  }

/** In verse the end of a line is one. */
const lineBreak: Handle = (node, parent, state, info) =>
  node.data?.soft ? '\n' : defaultHandlers.break(node, parent, state, info)

/** `~` alone is none here. */
const deletion: Handle & { attention?: () => object; peek?: Handle } = (node, _, state, info) =>
  `~~${state.containerPhrasing(node, { ...info, before: '~', after: '~' })}~~`
deletion.peek = () => '~'
deletion.attention = () => ({ construct: 'strikethrough', markers: ['~'], sizes: [2] })
