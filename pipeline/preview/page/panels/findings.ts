import type { ReportedMessage } from '../../../write/report.js'
import { fill, h } from '../dom.js'
import type { Panel } from './panels.js'

const words = { error: 'Error', warning: 'Warning', info: 'Info' } as const

/** What the checks found, in the order of their places. */
export const findingsPanel: Panel = {
  id: 'findings',
  label: 'Findings',
  open(place, store) {
    const show = () => {
      const issue = store.issue()
      const found = [...store.data().build.faults, ...(issue?.messages ?? [])]
      fill(
        place,
        h('h2', {}, 'Findings'),
        found.length === 0
          ? h('p', { class: 'muted' }, 'Nothing was found.')
          : h('ul', { class: 'findings' }, ...found.map(item)),
      )
    }
    show()
    return store.listen(show)
  },
}

const item = ({ severity, reason, file, line, column, rule }: ReportedMessage): HTMLElement =>
  h(
    'li',
    {},
    h(
      'button',
      { type: 'button' },
      h('span', { class: `weight ${severity}` }, words[severity]),
      ' ',
      reason,
      h(
        'span',
        { class: 'where muted' },
        `${file}${line === undefined ? '' : `:${line}${column === undefined ? '' : `:${column}`}`} · ${rule}`,
      ),
    ),
  )
