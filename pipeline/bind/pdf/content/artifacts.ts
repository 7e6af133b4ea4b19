import { accountsForContent, beginsMark, beginsPath, paintsPath, showsText } from './operator-names.js'
import { type Operator, readOperators } from './operators.js'

/** A content stream with its artifacts marked. */
interface MarkedContent {
  readonly source: string
  /** The forms with tagged content that it draws outside of any mark, and that so account for themselves. */
  readonly forms: ReadonlySet<string>
}

/**
 * Wraps what a content stream paints outside the structure tree (running heads, page numbers, rules) as
 * artifacts, for assistive technology to pass over (ISO 32000-1, section 14.8.2.2; Matterhorn 01-005).
 *
 * @param isTaggedForm whether the XObject of this name is a form that holds tagged content.
 */
export function markArtifacts(source: string, isTaggedForm: (name: string) => boolean): MarkedContent {
  const forms = new Set<string>()
  const operators = readOperators(source)
  const out: string[] = []
  const marks: boolean[] = []
  let copied = 0
  let pathStart: number | undefined
  const wrap = (start: number, end: number) => {
    out.push(source.slice(copied, start), '/Artifact BMC\n', source.slice(start, end), '\nEMC')
    copied = end
  }
  for (let index = 0; index < operators.length; index++) {
    // The index is within bounds.
    const operator = operators[index] as Operator
    const { name, start, end } = operator
    if (beginsMark.has(name)) marks.push(marks.at(-1) || accountsForContent(source.slice(start, end)))
    else if (name === 'EMC') marks.pop()
    if (marks.at(-1)) continue
    if (name === 'BT') {
      const last = endOfPlainText(source, operators, index)
      if (last === undefined) continue
      wrap(start, (operators[last] as Operator).end)
      index = last
    } else if (showsText.has(name) || name === 'sh') wrap(start, end)
    else if (name === 'Do') {
      const form = xObjectName(source, operator)
      if (isTaggedForm(form)) forms.add(form)
      else wrap(start, end)
    } else if (beginsPath.has(name)) pathStart ??= start
    else if (name === 'n') pathStart = undefined
    else if (paintsPath.has(name)) {
      wrap(pathStart ?? start, end)
      pathStart = undefined
    }
  }
  return { source: out.join('') + source.slice(copied), forms }
}

/** The name that a `Do` operator gives, without its slash. */
export function xObjectName(source: string, operator: Operator): string {
  return source.slice(operator.start, operator.end).match(/\/(\S+)/)?.[1] ?? ''
}

/** Where a text object ends that holds nothing accounted for, and can be wrapped whole. */
function endOfPlainText(source: string, operators: readonly Operator[], from: number): number | undefined {
  let open = 0
  for (let index = from; index < operators.length; index++) {
    const { name, start, end } = operators[index] as Operator
    if (name === 'ET') return open === 0 ? index : undefined
    if (name === 'EMC') open--
    // Marked content that began before the text object would end inside the artifact.
    if (open < 0) return undefined
    if (beginsMark.has(name)) {
      if (accountsForContent(source.slice(start, end))) return undefined
      open++
    }
  }
  return undefined
}
