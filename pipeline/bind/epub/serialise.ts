import type { Element as HtmlElement } from 'hast'
import { toXast } from 'hast-util-to-xast'
import type { Element } from 'xast'
import { toXml } from 'xast-util-to-xml'
import { xmlText } from '../../../templates/epub/package/xml-characters.js'

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** An XHTML document as text, MathML and SVG in their own namespaces (EPUB 3.3, 6.1). */
export function xhtml(tree: HtmlElement): string {
  return `${declaration}<!DOCTYPE html>\n${markup(toXast(tree) as Element)}`
}

/** An XML document as text. */
export function xml(tree: Element): string {
  return declaration + markup(tree)
}

function markup(tree: Element): string {
  // `]]>` may not stand in text (XML 1.0, 2.4), which the serialiser leaves; no tree here has a CDATA section.
  return `${xmlText(toXml(tree, { closeEmptyElements: true })).replaceAll(']]>', ']]&gt;')}\n`
}
