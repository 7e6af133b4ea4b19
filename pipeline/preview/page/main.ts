import { startBlocks } from './blocks/blocks.js'
import { fill, h } from './dom.js'
import { issueList } from './issue-list.js'
import { panels } from './panels/panels.js'
import { startPanes } from './panes.js'
import { startShortcuts } from './shortcuts.js'
import { buildStanding, notices, statusLine } from './status.js'
import { openStore } from './store.js'
import { views } from './views/views.js'

const app = document.getElementById('app')
if (app) {
  const store = openStore()
  const name = h('h1', { dir: 'auto' })
  const state = statusLine({ role: 'status' })
  const panes = startPanes(store)
  const blocks = startBlocks(store, panes)
  const list = issueList(store)
  const side = panels(store, panes, blocks)
  const { button, dialog } = startShortcuts(store, [
    { key: 'j', words: 'The next issue', run: () => list.step(1) },
    { key: 'k', words: 'The issue before', run: () => list.step(-1) },
    ...views.slice(0, 9).map(({ id, label }, at) => ({
      key: String(at + 1),
      words: `Show: ${label}`,
      run: () => panes.choose(id),
    })),
  ])
  fill(
    app,
    h('header', { class: 'bar' }, name, panes.controls, blocks.controls, state.element, button),
    notices(store),
    list.element,
    panes.element,
    blocks.status,
    side,
    dialog,
  )
  store.listen(() => {
    const { publication, build } = store.data()
    if (name.textContent !== publication) {
      name.textContent = publication
      name.title = publication
      document.title = `${publication} · Trifold`
    }
    if (store.connection() === 'open') state.show(...buildStanding(build))
    else state.show('error', 'Not connected')
  })
  store.start()
}
