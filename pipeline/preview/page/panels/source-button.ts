import { ask, isFault } from '../ask.js'
import { h } from '../dom.js'

/** A place in a source, which opens in the person's editor; where it cannot, the button says why. */
export function sourceButton(file: string, line: number): HTMLElement {
  const said = h('span', { class: 'said', role: 'status' })
  const button = h(
    'button',
    {
      type: 'button',
      class: 'source',
      title: `Open ${file} at line ${line} in your editor`,
      onclick: async () => {
        const answer = await ask<unknown>(`open?file=${encodeURIComponent(file)}&line=${line}`, 'POST')
        said.textContent = isFault(answer) ? answer.fault : ''
      },
    },
    `${file.split('/').at(-1)}:${line}`,
  )
  return h('span', { class: 'at' }, button, said)
}
