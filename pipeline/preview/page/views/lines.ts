import { askText } from '../ask.js'
import { fill, h } from '../dom.js'

/** More than anybody reads; a page of them is slow to lay out. */
const mostLines = 20_000

/** A text, shown line by line. */
export interface Lines {
  readonly element: HTMLElement
  /** @param address shown where it is another than before */
  show(address: string | undefined): void
}

/** Where HTML that runs on is broken for the eye: before what stands in a line of its own, and after a style sheet's rules. */
const breaks =
  /(?<=>)(?=<(?:!|\/?(?:html|head|body|style|title|meta|table|tbody|tr|td|div|p|h[1-6]|ul|ol|li|img|pre|blockquote)\b))|(?<=\})(?=[.@#:\w[])/

/** The lines of a text; HTML has some put in. */
export const linesOf = (text: string, isHtml: boolean): readonly string[] =>
  text
    .replace(/\n$/, '')
    .split('\n')
    .flatMap(line => (isHtml ? line.split(breaks) : line))

/**
 * A text from the server: long lines are wrapped, and the place that is read stays when another version comes.
 *
 * @param isHtml whether it is HTML, whose lines are counted
 */
export function lines(label: string, isHtml: boolean): Lines {
  const element = h('pre', { class: 'lines', tabindex: 0, role: 'region', 'aria-label': label, hidden: true })
  let address: string | undefined
  return {
    element,
    async show(next) {
      element.hidden = next === undefined
      if (next === address) return
      address = next
      if (next === undefined) return
      const text = await askText(next)
      if (next !== address || text === undefined) return
      const all = linesOf(text, isHtml)
      const { scrollTop } = element
      fill(
        element,
        isHtml && h('p', { class: 'muted' }, 'Broken into lines to be read; in the message it runs on.'),
        h(
          'ol',
          { class: isHtml ? 'numbered' : undefined },
          ...all.slice(0, mostLines).map(line => h('li', {}, line || ' ')),
        ),
        all.length > mostLines && h('p', {}, `And ${all.length - mostLines} more lines.`),
      )
      element.scrollTop = scrollTop
    },
  }
}
