import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toString as textOf } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'

/** A message's HTML as a parser sees it, comments (and what Outlook alone reads in them) apart. */
export const parsed = (html: string): Root => fromHtml(html)

/** Elements of a name, in order. */
export function all(tree: Root, ...names: string[]): Element[] {
  const found: Element[] = []
  visit(tree, 'element', node => {
    if (names.length === 0 || names.includes(node.tagName)) found.push(node)
  })
  return found
}

/** Where ornaments are lost, nothing is: words keep their places. */
const ornamental = ['code', 'kbd'] as const

/**
 * What the Word engine of classic Outlook draws on some elements only (https://www.caniemail.com/features/css-padding/
 * and css-background-color): a cell's padding and border, a ground behind cells and words, not behind paragraphs. MJML's
 * own `div` repeats the ground of a cell, and its buttons' links that of theirs; a rule is a paragraph with a line.
 */
const wordDraws: Readonly<Record<string, ReadonlySet<string>>> = {
  padding: new Set(['td', 'th', 'a', 'caption', ...ornamental]),
  border: new Set(['td', 'th', 'table', 'img', 'p', 'hr', ...ornamental]),
  background: new Set(['td', 'table', 'body', 'div', 'a', 'span', 'mark', ...ornamental]),
}

const dimension = /^(?:0|\d+(?:\.\d+)?(?:px|%)|normal|auto)$/

/** What an email's HTML may not hold, whatever the article; each fault as a sentence. */
export function faultsOf(html: string): string[] {
  const tree = parsed(html)
  const faults: string[] = []
  const fault = (found: boolean, words: string) => {
    if (found) faults.push(words)
  }
  const sheets = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, css]) => css ?? '').join('')
  fault(Buffer.byteLength(sheets) > 16_384, `style sheets of ${Buffer.byteLength(sheets)} bytes`)
  fault(/rgba?\(|hsl|var\(|@import|url\(/.test(sheets), 'a style sheet that Gmail drops')
  fault(/[\u0080-\u009F]/.test(html), 'C1 control characters')
  fault(/tfleaf\d|undefined|\[object|NaN/.test(html), 'something that was not serialised')

  for (const { tagName, properties } of all(tree)) {
    const style = String(properties.style ?? '')
    for (const [property = '', value = ''] of style.split(';').filter(Boolean).map(split)) {
      fault(/#(?![0-9a-f]{6}\b)/i.test(value), `${tagName}: ${property}:${value}, not six-digit hex`)
      fault(
        /\b\d*\.?\d+(?:rem|em|pt|vw|ch)\b|var\(|flex|grid/.test(value),
        `${tagName}: ${property}:${value}`,
      )
      const drawn = wordDraws[property.replace(/-(?:top|right|bottom|left|color)$/, '')]
      fault(
        drawn !== undefined && !drawn.has(tagName) && !/^(?:0|0px|none)$/.test(value),
        `${tagName}: ${property}:${value}, which Word's engine draws on ${[...(drawn ?? [])].join(', ')} only`,
      )
      fault(/-(?:inline|block)(?:-|$)/.test(property), `${tagName}: the logical property ${property}`)
      fault(/^(?:width|height)$/.test(property) && !dimension.test(value), `${tagName}: ${property}:${value}`)
    }
    for (const name of Object.keys(properties)) fault(/^on/i.test(name), `${tagName}: the handler ${name}`)
    fault(['script', 'iframe', 'object', 'form', 'link', 'svg', 'video', 'base'].includes(tagName), tagName)
  }

  const headings = all(tree, 'h1', 'h2', 'h3', 'h4').map(({ tagName }) => Number(tagName[1]))
  fault(headings.filter(level => level === 1).length !== 1, 'not one h1')
  fault(headings[0] !== 1, 'another heading before the h1')
  for (const [index, level] of headings.entries())
    fault(index > 0 && level > (headings[index - 1] ?? 0) + 1, `h${level} after h${headings[index - 1]}`)

  for (const table of all(tree, 'table')) {
    const data = all({ type: 'root', children: [table] }, 'th', 'caption').length > 0
    if (!data) fault(table.properties.role !== 'presentation', 'a layout table without its role')
  }
  for (const image of all(tree, 'img')) {
    const { src, alt, width, height } = image.properties
    fault(typeof alt !== 'string', `no alt for ${src}`)
    fault(!Number.isInteger(Number(width)) || Number(width) > 600, `width ${width} of ${src}`)
    fault(!Number.isInteger(Number(height)), `height ${height} of ${src}`)
    fault(!/^https:\/\//.test(String(src)), `the image ${src}`)
  }
  const targets = new Set(all(tree, 'a').map(({ properties }) => String(properties.name ?? '')))
  for (const { properties } of all(tree, 'a')) {
    const href = String(properties.href ?? '')
    fault(href.startsWith('#') && !targets.has(href.slice(1)), `the link ${href} leads nowhere`)
    fault(/^(?!https?:|mailto:|tel:|#)/.test(href) && properties.href !== undefined, `the link ${href}`)
  }
  visit(tree, 'element', (node, _, parent) => {
    // A button is told by its ground, and the publication's name heads the letter.
    const apart = (parent?.type === 'element' && parent.tagName === 'td') || isNamed(node, 'name')
    const bare = node.tagName === 'a' && /text-decoration:none/.test(String(node.properties.style))
    fault(
      bare && !apart && textOf(node).trim() !== '',
      `a link in the text without its line: ${textOf(node)}`,
    )
  })
  const ids = all(tree).flatMap(({ properties }) => (properties.id ? [String(properties.id)] : []))
  fault(new Set(ids).size !== ids.length, 'an id twice')
  return faults
}

const isNamed = ({ properties }: Element, name: string) =>
  Array.isArray(properties.className) && properties.className.includes(name)

const split = (declaration: string): [string, string] => {
  const colon = declaration.indexOf(':')
  return [declaration.slice(0, colon).trim(), declaration.slice(colon + 1).trim()]
}
