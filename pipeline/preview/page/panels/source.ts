import { openInEditor } from '../blocks/source-files.js'
import { fill, h } from '../dom.js'
import { lineList } from './lines.js'
import type { Panel } from './panels.js'

/** The Markdown of what is shown, with the lines of the block that is selected. */
export const sourcePanel: Panel = {
  id: 'source',
  label: 'Source',
  open(place, store, _panes, blocks) {
    const name = h('h2', {}, store.issue()?.source ?? 'Source')
    const where = h('p', { class: 'muted' })
    const body = h('div', { class: 'source-text', tabindex: 0, role: 'region', 'aria-label': 'Source text' })
    let file = ''
    let line = 1
    let shown = ''
    let shownPlace = ''
    let isOpen = true
    fill(
      place,
      h(
        'div',
        { class: 'source-head' },
        name,
        where,
        h(
          'button',
          { type: 'button', onclick: async () => blocks.say(await openInEditor(file, line)) },
          'Open in editor',
        ),
      ),
      body,
    )

    async function show(): Promise<void> {
      const block = blocks.selected()
      file = block?.file ?? store.issue()?.source ?? ''
      line = block?.line ?? 1
      const lines = file === '' ? [] : await blocks.lines(file)
      if (!isOpen || block !== blocks.selected()) return
      name.textContent = file || 'Source'
      where.textContent = block
        ? block.endLine > block.line
          ? `Lines ${block.line} to ${block.endLine}`
          : `Line ${block.line}`
        : 'Click a passage, or press Alt and an arrow key.'
      const place = JSON.stringify([file, block?.line, block?.endLine])
      const text = place + lines.join('\n')
      if (text === shown) return
      fill(body, lineList(lines, 1, block))
      // A build that comes in leaves the text where it is.
      if (place !== shownPlace) toMarked(body)
      shown = text
      shownPlace = place
    }

    void show()
    const ends = [blocks.listen(() => void show()), store.listen(() => void show())]
    return () => {
      isOpen = false
      for (const end of ends) end()
    }
  },
}

/** Scrolls the text to what is marked in it, and nothing around it. */
function toMarked(body: HTMLElement): void {
  const marked = body.querySelector('.marked')
  if (!marked) return
  const { top } = marked.getBoundingClientRect()
  body.scrollTop += top - body.getBoundingClientRect().top - body.clientHeight / 4
}
