import type { Element } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { toString as textOf } from 'hast-util-to-string'
import type { Hono } from 'hono'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { toHast } from 'mdast-util-to-hast'
import { visit } from 'unist-util-visit'
import { documentPage } from '../../templates/preview/document-page.js'
import type { PreviewOptions } from './app.js'
import { sandboxed } from './files.js'

/** Adds the pages of the documentation, at the addresses that reports have for them: `/docs/rules.md`. */
export function docsRoutes(app: Hono, { docs }: PreviewOptions): void {
  app.get('/docs/:name', async context => {
    const text = await docs(context.req.param('name'))
    if (text === undefined) return context.notFound()
    return context.html(docsPage(text), 200, { 'Content-Security-Policy': sandboxed })
  })
}

/** The page as HTML, each heading with the id that a rule's address has. */
export function docsPage(markdown: string): string {
  const tree = toHast(fromMarkdown(markdown))
  visit(tree, 'element', (node: Element) => {
    if (/^h[1-6]$/.test(node.tagName)) node.properties.id = textOf(node)
    const { href } = node.properties
    // The other pages are not here.
    if (node.tagName === 'a' && !/^(?:#|https?:)/.test(String(href))) delete node.properties.href
  })
  // Sound: a document of Markdown becomes a root.
  const [, title = ''] = /^# (.*)$/m.exec(markdown) ?? []
  return toHtml(documentPage(title, 'children' in tree ? (tree.children as Element[]) : []))
}
