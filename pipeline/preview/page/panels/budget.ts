import type { EmailBudget } from '../../weight.js'
import { inFigures } from '../amounts.js'
import { h } from '../dom.js'

/** The ways an email is counted, as people call them; see docs/email.md. */
const counts = {
  html: 'as UTF-8',
  quotedPrintable: 'as quoted-printable',
  trackedLinks: 'with tracked links',
} as const

/** How an email stands to what Gmail shows: told in words, and by a class. */
export function standing(
  bytes: number,
  { limit, close }: EmailBudget,
): { readonly state: 'within' | 'near' | 'over'; readonly words: string } {
  if (bytes > limit)
    return { state: 'over', words: `Over: Gmail hides what comes after ${inFigures(limit)} bytes` }
  if (bytes > close) return { state: 'near', words: `Near: ${inFigures(limit - bytes)} bytes are left` }
  return { state: 'within', words: `Within: ${inFigures(limit - bytes)} bytes are left` }
}

/** The email against what Gmail shows of one: the count that decides first, then every count as a bar. */
export function budgetOf(sizes: Readonly<Record<string, number>>, budget: EmailBudget): HTMLElement {
  const known = Object.entries(counts).flatMap(([name, label]) => {
    const bytes = sizes[name]
    return bytes === undefined ? [] : [{ label, bytes }]
  })
  const largest = known.reduce((most, { bytes }) => Math.max(most, bytes), 0)
  const { state, words } = standing(largest, budget)
  return h(
    'div',
    { class: `budget ${state}` },
    h('p', { class: 'figure' }, h('b', {}, inFigures(largest)), ` of ${inFigures(budget.limit)} bytes`),
    h('p', { class: 'standing' }, words),
    ...known.map(({ label, bytes }) =>
      h(
        'div',
        { class: `count ${standing(bytes, budget).state}` },
        h('span', {}, label, bytes === largest && ' (decides)'),
        h('span', { class: 'number' }, inFigures(bytes)),
        bar(bytes, label, budget),
      ),
    ),
  )
}

/** Drawn by the page itself: a `meter` looks otherwise in each browser, and takes no mark where the warning begins. */
function bar(bytes: number, label: string, { limit, close }: EmailBudget): HTMLElement {
  const part = (of: number) => `${Math.min(100, (100 * of) / limit).toFixed(1)}%`
  const filled = h('span', { class: 'filled' })
  filled.style.inlineSize = part(bytes)
  const mark = h('span', { class: 'mark' })
  mark.style.insetInlineStart = part(close)
  return h(
    'div',
    {
      class: 'meter',
      role: 'meter',
      'aria-label': label,
      'aria-valuemin': 0,
      'aria-valuemax': limit,
      'aria-valuenow': Math.min(bytes, limit),
      'aria-valuetext': `${inFigures(bytes)} of ${inFigures(limit)} bytes`,
    },
    filled,
    mark,
  )
}
