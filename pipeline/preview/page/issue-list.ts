import type { PreviewIssue } from '../data.js'
import { fill, h } from './dom.js'
import type { Store } from './store.js'

/** The issues of the publication, one of which is shown. */
export function issueList(store: Store): HTMLElement {
  const list = h('ul')
  const item = (issue: PreviewIssue) =>
    h(
      'li',
      {},
      h(
        'button',
        {
          type: 'button',
          'aria-current': issue.source === store.issue()?.source ? 'true' : undefined,
          onclick: () => store.choose({ source: issue.source }),
        },
        issue.title,
        h('span', { class: 'muted' }, aside(issue)),
      ),
    )
  store.listen(() => {
    const focused = [...list.querySelectorAll('button')].indexOf(document.activeElement as HTMLButtonElement)
    fill(list, ...store.data().issues.map(item))
    // The button that was pressed is another one now.
    if (focused >= 0) list.querySelectorAll('button')[focused]?.focus()
  })
  return h('nav', { class: 'issues', 'aria-label': 'Issues' }, list)
}

function aside({ draft, messages }: PreviewIssue): string {
  const count = messages.filter(({ severity }) => severity !== 'info').length
  return [
    draft ? ' · draft' : '',
    count > 0 ? ` · ${count} ${count === 1 ? 'finding' : 'findings'}` : '',
  ].join('')
}
