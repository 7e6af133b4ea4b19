import type { ElementContent } from 'hast'

/** A handler or a part of a layout. */
type Make<Given extends readonly unknown[]> = (...given: Given) => ElementContent[]

/**
 * The same, with this role on its elements. An `aside` is a landmark without one, and landmarks without names of their
 * own cannot be told apart by who hears the page (WAI-ARIA 1.2, 5.3.4).
 */
export const withRole =
  <Given extends readonly unknown[]>(role: 'note' | 'doc-pullquote', make: Make<Given>): Make<Given> =>
  (...given) =>
    make(...given).map(node => roled(node, role))

/**
 * The same, with the role its elements have by their names. A figure with a caption may have no other (ARIA in HTML,
 * section 4); ours has one for the printer's sake.
 */
export const withoutRole =
  <Given extends readonly unknown[]>(make: Make<Given>): Make<Given> =>
  (...given) =>
    make(...given).map(node => roled(node, undefined))

const roled = (node: ElementContent, role: string | undefined): ElementContent =>
  node.type === 'element' ? { ...node, properties: { ...node.properties, role } } : node
