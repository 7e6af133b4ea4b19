import type { Blocks } from '../blocks/blocks.js'
import { fill, h } from '../dom.js'
import type { Panes } from '../panes.js'
import { roving } from '../roving.js'
import type { Store } from '../store.js'
import { filesPanel } from './files.js'
import { findingsPanel } from './findings.js'
import { linksPanel } from './links.js'
import { readingPanel } from './reading.js'
import { sendPanel } from './send.js'
import { sourcePanel } from './source.js'
import { tagsPanel } from './tags.js'
import { themePanel } from './theme.js'
import { weightPanel } from './weight.js'

/** Something beside the views. */
export interface Panel {
  readonly id: string
  readonly label: string
  /** Fills its place, now and whenever something is new. @returns ends it */
  open(place: HTMLElement, store: Store, panes: Panes, blocks: Blocks): () => void
}

/** Every panel, in the order that they are offered. */
const all: readonly Panel[] = [
  findingsPanel,
  sourcePanel,
  weightPanel,
  linksPanel,
  readingPanel,
  tagsPanel,
  filesPanel,
  themePanel,
  sendPanel,
]

/** The side of the page: one panel of several. */
export function panels(store: Store, panes: Panes, blocks: Blocks): HTMLElement {
  const place = h('div', { role: 'tabpanel', id: 'panel', tabindex: 0 })
  const buttons = all.map(panel => ({
    panel,
    button: h(
      'button',
      {
        type: 'button',
        role: 'tab',
        id: `panel-${panel.id}`,
        'aria-controls': 'panel',
        onclick: () => store.choose({ panel: panel.id }),
      },
      panel.label,
    ),
  }))
  const bar = h(
    'div',
    { class: 'tabs', role: 'tablist', 'aria-label': 'Panels' },
    ...buttons.map(({ button }) => button),
  )
  const reach = roving(bar, () => buttons.map(({ button }) => button))
  let shown: string | undefined
  let close = () => {}
  store.listen(() => {
    const { panel: wanted } = store.choice()
    const found = all.find(({ id }) => id === wanted) ?? all[0]
    if (!found || found.id === shown) return
    for (const { panel, button } of buttons) {
      button.setAttribute('aria-selected', String(panel === found))
      if (panel !== found) continue
      reach(button)
      place.setAttribute('aria-labelledby', button.id)
    }
    close()
    fill(place)
    place.scrollTop = 0
    shown = found.id
    close = found.open(place, store, panes, blocks)
  })
  return h('aside', { class: 'side', 'aria-label': 'About it' }, bar, place)
}
