import { markCss } from '../../../../templates/preview/mark-styles.js'
import type { ReportedMessage } from '../../../write/report.js'
import type { LinkedPane } from './linked-pane.js'

/** What is marked, by the ids of blocks. */
export interface Marked {
  readonly selected: string | undefined
  readonly findings: ReadonlyMap<string, ReportedMessage['severity']>
}

const names = [
  'data-trifold-selected',
  'data-trifold-finding',
  'data-trifold-sign',
  'data-trifold-ground',
] as const

/** Outlines what is selected and what findings are about, by attributes that take no room. */
export function mark({ pane, elements }: LinkedPane, { selected, findings }: Marked): void {
  for (const root of pane.open.documents()) {
    dress(root)
    for (const name of names)
      for (const element of root.querySelectorAll(`[${name}]`)) element.removeAttribute(name)
  }
  for (const [id, severity] of findings) {
    const found = elements(id)
    for (const element of found) {
      element.setAttribute('data-trifold-finding', severity)
      element.setAttribute('data-trifold-ground', groundOf(element))
    }
    sign(found, severity)
  }
  if (selected === undefined) return
  const found = elements(selected)
  for (const element of found) {
    element.setAttribute('data-trifold-selected', found.length > 1 ? 'line' : 'whole')
    element.setAttribute('data-trifold-ground', groundOf(element))
  }
}

/** A sign in the margin, where the element has room for one of its own. */
function sign([element, ...more]: readonly Element[], severity: string): void {
  const place = element?.localName === 'tr' ? element.querySelector('td, th') : element
  const view = place?.ownerDocument.defaultView
  if (!place || more.length > 0 || !view) return
  const { content } = view.getComputedStyle(place, '::before')
  if (content === 'none' || content === 'normal') place.setAttribute('data-trifold-sign', severity)
}

/** Whether an element stands on light or on dark: what is drawn around it has to be seen there. */
function groundOf(element: Element): 'light' | 'dark' {
  const view = element.ownerDocument.defaultView
  for (let at: Element | null = element; at && view; at = at.parentElement) {
    const [red = 0, green = 0, blue = 0, opacity = 1] =
      view
        .getComputedStyle(at)
        .backgroundColor.match(/[\d.]+/g)
        ?.map(Number) ?? []
    // The brightness that the eye has of it, near enough (ITU-R BT.601).
    if (opacity > 0.5) return 0.299 * red + 0.587 * green + 0.114 * blue > 128 ? 'light' : 'dark'
  }
  return 'light'
}

/** Gives a document the looks of marks, once. */
function dress(root: ParentNode): void {
  const document = root.nodeType === 9 ? (root as Node as Document) : (root as Node).ownerDocument
  if (!document || document.querySelector('style[data-trifold-marks]')) return
  const style = document.createElement('style')
  style.setAttribute('data-trifold-marks', '')
  style.textContent = markCss()
  const place = document.head ?? document.documentElement
  place?.append(style)
}
