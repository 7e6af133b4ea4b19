import type { PreviewFormat, PreviewIssue } from '../../data.js'
import type { HeavyBlock, IssueWeight } from '../../weight.js'
import { counted, inFigures, inUnits } from '../amounts.js'
import { isFault } from '../ask.js'
import { fill, h } from '../dom.js'
import { follow } from '../follow.js'
import { budgetOf } from './budget.js'
import type { Panel } from './panels.js'
import { pictureList } from './pictures.js'
import { sourceButton } from './source-button.js'

/** What an issue weighs, and how long it is. */
export const weightPanel: Panel = {
  id: 'weight',
  label: 'Weight',
  open(place, store) {
    const budget = h('div')
    const heaviest = h('div')
    const length = h('div')
    const sizes = h('div')
    const pictures = pictureList()
    fill(place, h('h2', {}, 'Weight'), budget, heaviest, length, sizes, pictures.element)
    let weight: IssueWeight | undefined
    let sized = ''

    const show = () => {
      const issue = store.issue()
      if (!issue) return
      const key = JSON.stringify([issue.slug, issue.formats.map(each => each.sizes), weight])
      if (key !== sized) {
        sized = key
        const email = sizesOf(issue, 'email')
        fill(
          budget,
          weight && email && h('h3', {}, 'Email'),
          weight && email && budgetOf(email, weight.budget),
        )
        fill(length, ...(weight ? lengthOf(weight) : []))
        fill(sizes, ...sizesTold(issue))
      }
      pictures.show(issue)
    }
    const following = follow<IssueWeight>(
      store,
      ({ slug }) => `weight/${encodeURIComponent(slug)}`,
      answer => {
        weight = answer === undefined || isFault(answer) ? undefined : answer
        show()
      },
    )
    const weighing = follow<readonly HeavyBlock[]>(
      store,
      ({ slug }) => `heaviest/${encodeURIComponent(slug)}`,
      (answer, issue) => {
        if (!sizesOf(issue, 'email')) return fill(heaviest)
        const found = answer === undefined || isFault(answer) ? [] : answer
        return fill(
          heaviest,
          h('h3', {}, 'Heaviest blocks'),
          answer === undefined
            ? h('p', { class: 'muted' }, 'Weighing…')
            : found.length === 0
              ? h('p', { class: 'muted' }, 'There is nothing to weigh.')
              : h('ol', { class: 'heaviest' }, ...found.map(block)),
        )
      },
    )
    const stop = store.listen(show)
    show()
    return () => {
      stop()
      following.end()
      weighing.end()
    }
  },
}

const sizesOf = ({ formats }: PreviewIssue, format: PreviewFormat['format']) => {
  const found = formats.find(each => each.format === format)
  return found && Object.keys(found.sizes).length > 0 ? found.sizes : undefined
}

const block = ({ kind, words, file, line, bytes }: HeavyBlock): HTMLElement =>
  h(
    'li',
    {},
    h('span', { class: 'number' }, inFigures(bytes)),
    h('span', { class: 'what' }, h('b', {}, kind), ' ', h('span', { class: 'muted' }, words)),
    sourceButton(file, line),
  )

const lengthOf = ({ length: { words, minutes } }: IssueWeight): HTMLElement[] => [
  h('h3', {}, 'Reading'),
  h('p', {}, h('b', {}, counted(words, 'word')), `, about ${counted(minutes, 'minute')} to read`),
]

/** What each format comes to, in its own measure. */
function sizesTold(issue: PreviewIssue): HTMLElement[] {
  const told = issue.formats.flatMap(({ format, sizes, state }): [string, string][] => {
    const { eml, pdf, pages, epub, page } = sizes
    const old = state === 'stale' ? ', of an earlier build' : ''
    if (format === 'email' && eml !== undefined) return [['Message, pictures and all', inUnits(eml) + old]]
    if (format === 'pdf' && pdf !== undefined)
      return [['PDF', `${inUnits(pdf)}${pages === undefined ? '' : `, ${counted(pages, 'page')}`}${old}`]]
    if (format === 'epub' && epub !== undefined) return [['EPUB', inUnits(epub) + old]]
    if (format === 'web' && page !== undefined) return [['Web page', inUnits(page) + old]]
    return []
  })
  if (told.length === 0) return []
  return [
    h('h3', {}, 'Formats'),
    h('dl', { class: 'sizes' }, ...told.flatMap(([name, size]) => [h('dt', {}, name), h('dd', {}, size)])),
  ]
}
