import type { PreviewFile, PreviewIssue } from '../../data.js'
import { inUnits } from '../amounts.js'
import { fill, h } from '../dom.js'
import { addressOf } from '../view.js'
import type { Panel } from './panels.js'

const formats = { email: 'Email', pdf: 'PDF', epub: 'EPUB', web: 'Web' } as const

/** The files of the formats that are shown, to take along, and a list of all. */
export const filesPanel: Panel = {
  id: 'files',
  label: 'Files',
  open(place, store, panes) {
    let shown = ''
    const show = () => {
      const issue = store.issue()
      const open = [...new Set(panes.shown().map(({ view }) => view.format))]
      const key = JSON.stringify([open, issue?.slug, issue?.formats.map(each => [each.state, each.files])])
      if (key === shown) return
      shown = key
      if (!issue || issue.formats.length === 0) {
        fill(place, h('h2', {}, 'Files'), h('p', { class: 'muted' }, 'Nothing is built of this issue.'))
        return
      }
      fill(
        place,
        h('h2', {}, 'Files'),
        ...open.flatMap(format => {
          const found = issue.formats.find(each => each.format === format)
          return found && found.files.length > 0
            ? [
                h('h3', {}, formats[format]),
                h('ul', { class: 'downloads' }, ...mainOf(found.files).map(file => big(issue, file))),
              ]
            : []
        }),
        h('h3', {}, 'Everything'),
        ...issue.formats.map(({ format, files, state }) =>
          h(
            'details',
            { class: 'all-files' },
            h(
              'summary',
              {},
              `${formats[format]} `,
              h(
                'span',
                { class: 'muted' },
                `${files.length}${state === 'stale' ? ', of an earlier build' : ''}`,
              ),
            ),
            h('ul', {}, ...files.map(file => small(issue, file))),
          ),
        ),
      )
    }
    const stop = [store.listen(show), panes.listen(show)]
    show()
    return () => {
      for (const end of stop) end()
    }
  },
}

/** A format's own files, without the pictures they show. */
const mainOf = (files: readonly PreviewFile[]) => files.filter(({ path }) => !path.startsWith('images/'))

const saved = (issue: PreviewIssue, file: PreviewFile) => ({
  href: `${addressOf(issue, file)}&save`,
  download: file.path.split('/').at(-1) ?? file.path,
})

const big = (issue: PreviewIssue, file: PreviewFile): HTMLElement =>
  h(
    'li',
    {},
    h(
      'a',
      { class: 'button', ...saved(issue, file) },
      h('span', {}, `Save ${file.path}`),
      h('span', { class: 'muted' }, inUnits(file.bytes)),
    ),
  )

const small = (issue: PreviewIssue, file: PreviewFile): HTMLElement =>
  h('li', {}, h('a', saved(issue, file), file.path), ' ', h('span', { class: 'muted' }, inUnits(file.bytes)))
