import { h } from './dom.js'
import type { Store } from './store.js'
import type { OpenView, View } from './view.js'
import { views } from './views/views.js'

/** A view as it stands in the page. */
export interface Pane {
  readonly view: View
  readonly open: OpenView
  readonly element: HTMLElement
}

/** The views that are shown, one or two side by side. */
export interface Panes {
  readonly element: HTMLElement
  /** Chooses which. */
  readonly controls: HTMLElement
  shown(): readonly Pane[]
  /** Told when a view shows another document, or another view is shown. @returns ends it */
  listen(listener: () => void): () => void
}

/** Shows what is chosen, and lets it be chosen. */
export function startPanes(store: Store): Panes {
  const element = h('main', { class: 'panes', 'aria-label': 'Formats' })
  const listeners = new Set<() => void>()
  const changed = () => {
    for (const listener of listeners) listener()
  }
  let shown: readonly Pane[] = []

  function open(view: View): Pane {
    const body = h('div', { class: 'pane-body' })
    const bar = h('div', { class: 'pane-bar' }, h('h2', {}, view.label))
    return {
      view,
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
    // What is there stays where it is: a frame that is moved loads anew, and loses the place that is read.
    for (const [index, pane] of shown.entries())
      if (element.children[index] !== pane.element)
        element.insertBefore(pane.element, element.children[index] ?? null)
    changed()
  }

  const { buttons, beside, controls } = chooser(store)
  store.listen(() => {
    const ids = store.choice().views.filter(id => views.some(view => view.id === id))
    if (ids.join() !== shown.map(({ view }) => view.id).join()) arrange(ids)
    for (const [id, button] of buttons) button.setAttribute('aria-pressed', String(ids[0] === id))
    beside.value = ids[1] ?? ''
    const issue = store.issue()
    if (issue) for (const pane of shown) pane.open.show(issue)
  })

  return {
    element,
    controls,
    shown: () => shown,
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** One view by a button, another beside it by a list. */
function chooser(store: Store) {
  const buttons = new Map(
    views.map(({ id, label }) => [
      id,
      h(
        'button',
        {
          type: 'button',
          onclick: () =>
            store.choose({
              views: [
                id,
                ...store
                  .choice()
                  .views.slice(1)
                  .filter(other => other !== id),
              ],
            }),
        },
        label,
      ),
    ]),
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
  const controls = h(
    'div',
    { class: 'views', role: 'group', 'aria-label': 'What is shown' },
    ...buttons.values(),
    beside,
  )
  return { buttons, beside, controls }
}
