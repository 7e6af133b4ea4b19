import { askText } from '../ask.js'
import { fill, h } from '../dom.js'

/** More than anybody reads; a page of them is slow to lay out. */
const mostLines = 20_000

/** A text, shown line by line. */
export interface Lines {
  readonly element: HTMLElement
  /** @param address shown where it is another than before @param isNumbered whether lines are counted */
  show(address: string | undefined, isNumbered: boolean): void
}

/** A text from the server: long lines are wrapped, and the place that is read stays when another version comes. */
export function lines(label: string): Lines {
  const element = h('pre', { class: 'lines', tabindex: 0, role: 'region', 'aria-label': label, hidden: true })
  let address: string | undefined
  return {
    element,
    async show(next, isNumbered) {
      element.hidden = next === undefined
      if (next === address) return
      address = next
      if (next === undefined) return
      const text = await askText(next)
      if (next !== address || text === undefined) return
      const { scrollTop } = element
      const all = text.replace(/\n$/, '').split('\n')
      fill(
        element,
        h(
          'ol',
          { class: isNumbered ? 'numbered' : undefined },
          ...all.slice(0, mostLines).map(line => h('li', {}, line || ' ')),
        ),
        all.length > mostLines && h('p', {}, `And ${all.length - mostLines} more lines.`),
      )
      element.scrollTop = scrollTop
    },
  }
}
