import type { Nodes, Parents, PhrasingContent, Root, RootContent } from 'mdast'
import type { Directives, LeafDirective, TextDirective } from 'mdast-util-directive'
import type { Report } from '../messages.js'
import { type DirectiveTable, directiveNamed, directiveTable } from './directive-table.js'

const isDirective = (node: Nodes): node is Directives =>
  node.type === 'textDirective' || node.type === 'leafDirective' || node.type === 'containerDirective'

/**
 * Puts back, word for word, what the parser took for a directive and is none of ours: "18:00", ":smile:", "a:b".
 * A block that was clearly meant as one is kept as text too, with a message.
 *
 * @param source the text that was parsed, for the words as they stood
 * @param table the directives that are ours
 */
export function restoreDirectives(
  tree: Root,
  source: string,
  report: Report,
  table: DirectiveTable = directiveTable,
): void {
  restoreIn(tree, { source, report, table })
}

interface Restoring {
  readonly source: string
  readonly report: Report
  readonly table: DirectiveTable
}

function restoreIn(parent: Parents, context: Restoring): void {
  const { source, report } = context
  const children: RootContent[] = []
  for (const child of parent.children) {
    if ('children' in child) restoreIn(child, context)
    if (!isDirective(child)) children.push(child)
    else if (isOurs(child, context)) {
      if (child.type === 'containerDirective') warnUnclosed(child, source, report)
      children.push(child)
    } else children.push(...asWritten(child, context))
  }
  // The children are of the kinds the parent had: a directive is replaced by phrasing in text and by blocks elsewhere.
  parent.children = children as typeof parent.children
}

function isOurs(node: Directives, { report, table }: Restoring): boolean {
  const row = directiveNamed(node.name, table)
  if (!row?.forms.includes(node.type)) return false
  // ":q" in prose is a word; with a label it is a directive.
  if (node.type === 'textDirective' && node.children.length === 0) return false
  const missing = row.needs?.find(name => !node.attributes?.[name])
  if (missing === undefined) return true
  report(
    'directive-attribute',
    `Unexpected \`${node.name}\` without \`${missing}\`, expected \`{${missing}="..."}\`; its text is kept`,
    node.position,
  )
  return false
}

function asWritten(node: Directives, { source, report, table }: Restoring): RootContent[] {
  if (node.type !== 'textDirective') {
    if (!directiveNamed(node.name, table)?.forms.includes(node.type))
      report(
        'directive-unknown',
        `Unexpected directive \`${node.name}\`, expected one of ours; its text is kept as written`,
        node.position,
      )
  }
  if (node.type === 'containerDirective') {
    const { start, end } = node.position ?? {}
    const line = start?.line ?? 0
    const lines = sliceOf(node, source).split('\n')
    const last = lines.at(-1)?.trim() ?? ''
    const closed = /^:::+$/.test(last)
    const paragraph = (value: string, at: number, offset: number): RootContent => ({
      type: 'paragraph',
      children: [{ type: 'text', value }],
      position: {
        start: { line: at, column: 1, offset },
        end: { line: at, column: value.length + 1, offset: offset + value.length },
      },
    })
    const body = node.children.filter(child => !(child.type === 'paragraph' && child.data?.directiveLabel))
    return [
      paragraph(lines[0] ?? '', line, start?.offset ?? 0),
      ...body,
      ...(closed ? [paragraph(last, line + lines.length - 1, (end?.offset ?? 0) - last.length)] : []),
    ]
  }
  const phrasing = inlineAsWritten(node, source)
  return node.type === 'textDirective'
    ? phrasing
    : [{ type: 'paragraph', children: phrasing, ...(node.position ? { position: node.position } : {}) }]
}

/** The directive's punctuation as text around its label, whose own markup stays. */
function inlineAsWritten(node: TextDirective | LeafDirective, source: string): PhrasingContent[] {
  const start = node.position?.start.offset ?? 0
  const end = node.position?.end.offset ?? start
  const first = node.children[0]?.position?.start.offset
  const last = node.children.at(-1)?.position?.end.offset
  const text = (from: number, to: number): PhrasingContent[] =>
    from < to
      ? [
          {
            type: 'text',
            value: source.slice(from, to),
            ...(node.position ? { position: node.position } : {}),
          },
        ]
      : []
  if (first === undefined || last === undefined) return text(start, end)
  return [...text(start, first), ...node.children, ...text(last, end)]
}

function warnUnclosed(node: Directives, source: string, report: Report): void {
  const lines = sliceOf(node, source).split('\n')
  if (lines.length > 1 && /^[\s>]*:::+\s*$/.test(lines.at(-1) ?? '')) return
  report(
    'directive-unclosed',
    `Unexpected end of \`:::${node.name}\`, expected a line \`:::\` that closes it`,
    node.position?.start,
  )
}

const sliceOf = (node: Nodes, source: string) =>
  source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)
