import type { Stylesheet } from '../../../templates/css.js'
import type { HtmlHandlers } from '../../../templates/html/state.js'
import { printElements } from '../../../templates/print/elements.js'
import { defaultPrintTemplate, type PrintTemplate } from '../../../templates/print/print.js'

// What the compiler refuses; a line that it came to accept would fail to compile.

const { pullquote: _, ...incomplete } = printElements

// @ts-expect-error an element without a handler
export const withoutPullquote: HtmlHandlers = incomplete

export const ownHandler: PrintTemplate = {
  ...defaultPrintTemplate,
  elements: { ...printElements, hr: () => [{ type: 'text', value: '***' }] },
}

export const wrongHandler: PrintTemplate = {
  ...defaultPrintTemplate,
  elements: {
    ...printElements,
    // @ts-expect-error a rule has no kind
    hr: node => [{ type: 'text', value: node.properties.kind }],
  },
}

export const wrongPart: PrintTemplate = {
  ...defaultPrintTemplate,
  // @ts-expect-error a part gives nodes
  layout: { ...defaultPrintTemplate.layout, masthead: () => 'Slack Water' },
}

// @ts-expect-error CSS has no such property
export const wrongProperty: Stylesheet = [{ p: { colr: 'inherit' } }]
