import { h } from './dom.js'
import { roving } from './roving.js'
import { formatStanding, statusLine } from './status.js'
import type { Store } from './store.js'
import type { OpenView, View } from './view.js'
import { views } from './views/views.js'

/** A view as it stands in the page. */
export interface Pane {
  readonly view: View
  readonly open: OpenView
  readonly element: HTMLElement
  /** Says how it stands with the format. */
  readonly state: ReturnType<typeof statusLine>
}

/** The views that are shown, one or two side by side. */
export interface Panes {
  readonly element: HTMLElement
  /** Chooses which. */
  readonly controls: HTMLElement
  /** Shows a view, by its id, in the first place. */
  choose(id: string): void
  shown(): readonly Pane[]
  /** Told when a view shows another document, or another view is shown. @returns ends it */
  listen(listener: () => void): () => void
}

/** Shows what is chosen, and lets it be chosen. */
export function startPanes(store: Store): Panes {
  const element = h('main', { class: 'panes', id: 'shown', tabindex: -1, 'aria-label': 'Formats' })
  const listeners = new Set<() => void>()
  const changed = () => {
    for (const listener of listeners) listener()
  }
  let shown: readonly Pane[] = []

  function open(view: View): Pane {
    const body = h('div', { class: 'pane-body' })
    const state = statusLine({})
    const bar = h('div', { class: 'pane-bar' }, h('h2', {}, view.label), state.element)
    return {
      view,
      state,
      open: view.open({ store, body, bar, changed }),
      element: h('section', { class: 'pane', 'aria-label': view.label }, bar, body),
    }
  }

  function arrange(ids: readonly string[]): void {
    const before = shown
    shown = ids.flatMap(id => {
      const view = views.find(each => each.id === id)
      return before.find(pane => pane.view.id === id) ?? (view ? open(view) : [])
    })
    for (const pane of before)
      if (!shown.includes(pane)) {
        pane.open.close()
        pane.element.remove()
      }
    // What stays is not touched: a frame that is put into the page again loads anew.
    for (const [index, pane] of shown.entries())
      if (element.children[index] !== pane.element)
        element.insertBefore(pane.element, element.children[index] ?? null)
    changed()
  }

  const { buttons, beside, controls, reach, choose } = chooser(store)
  let first: string | undefined
  store.listen(() => {
    const ids = store.choice().views.filter(id => views.some(view => view.id === id))
    if (ids.join() !== shown.map(({ view }) => view.id).join()) arrange(ids)
    for (const [id, button] of buttons) button.setAttribute('aria-pressed', String(ids[0] === id))
    const chosen = buttons.get(ids[0] ?? '')
    if (chosen && ids[0] !== first) reach(chosen)
    first = ids[0]
    beside.value = ids[1] ?? ''
    const issue = store.issue()
    if (!issue) {
      for (const pane of shown) pane.state.show('none', 'There is no issue to show')
      return
    }
    for (const pane of shown) {
      pane.state.show(
        ...formatStanding(
          issue.formats.find(({ format }) => format === pane.view.format),
          issue.isWaiting,
        ),
      )
      pane.open.show(issue)
    }
  })

  return {
    element,
    controls,
    choose,
    shown: () => shown,
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** One view by a button, another beside it by a list. */
function chooser(store: Store) {
  const choose = (id: string) => {
    const [, ...others] = store.choice().views
    store.choose({ views: [id, ...others.filter(other => other !== id)] })
  }
  const buttons = new Map(
    views.map(({ id, label }) => [id, h('button', { type: 'button', onclick: () => choose(id) }, label)]),
  )
  const beside = h(
    'select',
    {
      'aria-label': 'Beside it',
      onchange: () => {
        const [first = 'email'] = store.choice().views
        store.choose({
          views: beside.value === '' || beside.value === first ? [first] : [first, beside.value],
        })
      },
    },
    h('option', { value: '' }, 'Beside it: nothing'),
    ...views.map(({ id, label }) => h('option', { value: id }, `Beside it: ${label}`)),
  )
  const bar = h(
    'div',
    { class: 'segments', role: 'toolbar', 'aria-label': 'What is shown' },
    ...buttons.values(),
  )
  const reach = roving(bar, () => [...buttons.values()])
  return { buttons, beside, controls: h('div', { class: 'views' }, bar, beside), reach, choose }
}
