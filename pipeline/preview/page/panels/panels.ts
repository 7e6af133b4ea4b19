import type { Blocks } from '../blocks/blocks.js'
import { fill, h } from '../dom.js'
import type { Panes } from '../panes.js'
import type { Store } from '../store.js'
import { findingsPanel } from './findings.js'
import { sourcePanel } from './source.js'

/** Something beside the views. */
export interface Panel {
  readonly id: string
  readonly label: string
  /** Fills its place, now and whenever something is new. @returns ends it */
  open(place: HTMLElement, store: Store, panes: Panes, blocks: Blocks): () => void
}

/** Every panel, in the order that they are offered. */
const all: readonly Panel[] = [findingsPanel, sourcePanel]

/** The side of the page: one panel of several. */
export function panels(store: Store, panes: Panes, blocks: Blocks): HTMLElement {
  const place = h('div')
  const buttons = all.map(panel => ({
    panel,
    button: h('button', { type: 'button', onclick: () => store.choose({ panel: panel.id }) }, panel.label),
  }))
  let shown: string | undefined
  let close = () => {}
  store.listen(() => {
    const { panel: wanted } = store.choice()
    const found = all.find(({ id }) => id === wanted) ?? all[0]
    for (const { panel, button } of buttons) button.setAttribute('aria-pressed', String(panel === found))
    if (!found || found.id === shown) return
    close()
    fill(place)
    shown = found.id
    close = found.open(place, store, panes, blocks)
  })
  return h(
    'aside',
    { class: 'side', 'aria-label': 'About it' },
    h('div', { role: 'group', 'aria-label': 'Panels' }, ...buttons.flatMap(({ button }) => [button, ' '])),
    place,
  )
}
