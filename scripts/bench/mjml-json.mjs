// @ts-check
import { toHtml } from 'hast-util-to-html'

/** @typedef {{tagName: string, attributes: Record<string, string>, children?: MjmlJson[], content?: string}} MjmlJson */

/**
 * A tree of the template's as JSON for MJML with all of its words in it, as anyone would hand it over who masks nothing.
 *
 * @param {any} node an MJML element of ours
 * @returns {MjmlJson}
 */
export function mjmlJson(node) {
  const attributes = Object.fromEntries(
    Object.entries(node.attributes).flatMap(([name, value]) =>
      value === null || value === undefined ? [] : [[name, escaped(String(value))]],
    ),
  )
  const shared = { tagName: node.name, attributes }
  if (node.children.length === 0) return { ...shared, children: [], content: '' }
  if (node.children.every((/** @type {any} */ child) => 'name' in child))
    return { ...shared, children: node.children.map(mjmlJson) }
  const text = node.children.map((/** @type {any} */ child) => child.value ?? '').join('')
  if (node.name === 'mj-style' || node.name === 'mj-title') return { ...shared, content: text }
  return { ...shared, content: toHtml({ type: 'root', children: node.children }) }
}

const escaped = (/** @type {string} */ value) =>
  value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** The same as a file of MJML. What it holds is escaped already. @param {MjmlJson} node @returns {string} */
export function mjmlMarkup({ tagName, attributes, children = [], content = '' }) {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`)
  return `<${tagName}${written.join('')}>${content}${children.map(mjmlMarkup).join('')}</${tagName}>`
}
