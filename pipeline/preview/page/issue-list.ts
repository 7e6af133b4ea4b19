import type { PreviewIssue } from '../data.js'
import { fill, h } from './dom.js'
import { dot, type Standing } from './status.js'
import type { Store } from './store.js'

/** The issues of the publication, one of which is shown. */
export interface IssueList {
  readonly element: HTMLElement
  /** Shows the issue so many places further on in the list. */
  step(by: number): void
}

/** From so many on they can be looked for. */
const many = 12

/** An issue's place in the list, which stays whatever becomes of the issue. */
interface Item {
  readonly element: HTMLElement
  show(issue: PreviewIssue, isShown: boolean): void
}

/** Lists the issues as the content folder orders them. */
export function issueList(store: Store): IssueList {
  const items = new Map<string, Item>()
  const find = h('input', { type: 'search', 'aria-label': 'Find an issue', placeholder: 'Find an issue' })
  const search = h('p', { class: 'find', hidden: true }, find)
  const none = h('p', { class: 'empty', hidden: true })
  const list = h('ul')
  let order = ''

  const found = (): readonly PreviewIssue[] => {
    const { issues } = store.data()
    const wanted = issues.length < many ? '' : find.value.trim().toLocaleLowerCase()
    return issues.filter(({ title, source }) => `${title} ${source}`.toLocaleLowerCase().includes(wanted))
  }

  function itemOf({ source }: PreviewIssue): Item {
    const known = items.get(source) ?? makeItem(() => store.choose({ source }))
    items.set(source, known)
    return known
  }

  function show(): void {
    const { issues, build } = store.data()
    search.hidden = issues.length < many
    const shown = found()
    none.hidden = shown.length > 0
    none.textContent =
      issues.length > 0
        ? 'No issue has these words.'
        : build.state === 'building'
          ? 'Reading the articles…'
          : 'There are no articles yet.'
    for (const issue of shown) itemOf(issue).show(issue, issue.source === store.issue()?.source)
    const now = shown.map(({ source }) => source).join('\n')
    if (now === order) return
    order = now
    const focused = document.activeElement
    fill(list, ...shown.map(issue => itemOf(issue).element))
    if (focused instanceof HTMLElement && list.contains(focused)) focused.focus()
  }

  find.addEventListener('input', show)
  store.listen(show)
  return {
    element: h('nav', { class: 'issues', id: 'issues', 'aria-label': 'Issues' }, search, none, list),
    step(by) {
      const shown = found()
      const at = shown.findIndex(({ source }) => source === store.issue()?.source)
      const next = shown[Math.min(shown.length - 1, Math.max(0, at + by))]
      if (!next) return
      store.choose({ source: next.source })
      items.get(next.source)?.element.scrollIntoView({ block: 'nearest' })
    },
  }
}

function makeItem(choose: () => void): Item {
  const title = h('span', { class: 'title', dir: 'auto' })
  const aside = h('span', { class: 'aside muted' })
  const button = h('button', { type: 'button', onclick: choose }, title, aside)
  let shown = ''
  return {
    element: h('li', {}, button),
    show(issue, isShown) {
      if (isShown) button.setAttribute('aria-current', 'true')
      else button.removeAttribute('aria-current')
      const [standing, words] = standingOf(issue)
      const key = `${issue.title}\n${standing}\n${words}`
      if (key === shown) return
      shown = key
      title.textContent = issue.title
      title.title = issue.title
      fill(aside, dot(standing), words)
    },
  }
}

/** How it stands with an issue, the worst first. */
function standingOf({ draft, isWaiting, messages, formats }: PreviewIssue): [Standing, string] {
  if (isWaiting) return ['busy', 'not built yet']
  const count = (severity: string) => messages.filter(each => each.severity === severity).length
  const [errors, warnings] = [count('error'), count('warning')]
  const stale = formats.filter(({ state }) => state === 'stale').length
  const words = [
    draft ? 'draft' : '',
    counted(errors, 'error'),
    counted(warnings, 'warning'),
    stale > 0 ? 'stale' : '',
  ].filter(each => each !== '')
  if (errors > 0 || stale > 0) return ['error', words.join(' · ')]
  if (warnings > 0) return ['warning', words.join(' · ')]
  return draft ? ['none', 'draft'] : ['good', 'nothing found']
}

const counted = (count: number, word: string): string =>
  count === 0 ? '' : `${count} ${word}${count === 1 ? '' : 's'}`
