import type { Format } from '../../../article.js'
import type { PreviewIssue } from '../../data.js'
import { h } from '../dom.js'
import { frame } from '../frame.js'
import type { OpenView, View, ViewContext } from '../view.js'

/** A view of a page of HTML. */
export interface HtmlView {
  readonly id: string
  readonly label: string
  readonly format: Format
  /** Where it is; undefined where there is none. */
  address(issue: PreviewIssue): string | undefined
  /** A class for the frame: `phone` is as narrow as one. */
  readonly look?: string
}

export const htmlView = ({ id, label, format, address, look = '' }: HtmlView): View => ({
  id,
  label,
  format,
  open({ body, changed }: ViewContext): OpenView {
    const shown = frame(label, changed)
    const none = h('p', { class: 'empty', hidden: true }, 'There is nothing to show: see the findings.')
    if (look) shown.element.classList.add(look)
    body.append(none, shown.element)
    return {
      show(issue) {
        const at = address(issue)
        none.hidden = at !== undefined
        shown.element.hidden = at === undefined
        if (at !== undefined) shown.show(at)
      },
      documents: () => {
        const found = shown.document()
        return found ? [found] : []
      },
      reveal: element => element.scrollIntoView({ block: 'center' }),
      close: () => body.replaceChildren(),
    }
  },
})
