import type { PreviewBuild } from '../data.js'
import { startBlocks } from './blocks/blocks.js'
import { fill, h } from './dom.js'
import { issueList } from './issue-list.js'
import { panels } from './panels/panels.js'
import { startPanes } from './panes.js'
import { openStore } from './store.js'

const app = document.getElementById('app')
if (app) {
  const store = openStore()
  const name = h('h1')
  const state = h('p', { class: 'state', role: 'status' })
  const panes = startPanes(store)
  const blocks = startBlocks(store, panes)
  const list = issueList(store)
  const side = panels(store, panes, blocks)
  fill(
    app,
    h('header', { class: 'bar' }, name, panes.controls, blocks.controls, state),
    list,
    panes.element,
    blocks.status,
    side,
  )
  store.listen(() => {
    const { publication, build } = store.data()
    name.textContent = publication
    state.textContent = inWords(build)
  })
}

function inWords({ state, milliseconds }: PreviewBuild): string {
  if (state === 'building') return 'Building…'
  return milliseconds === undefined ? 'Ready' : `Built in ${(milliseconds / 1000).toFixed(2)} s`
}
