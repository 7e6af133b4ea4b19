import { join } from 'node:path'
import type { Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import type { Hono } from 'hono'
import { visit } from 'unist-util-visit'
import type { PreviewOptions } from './app.js'
import { sandboxed } from './files.js'

/** What a mail reader does to an email. */
export interface EmailLook {
  /** It asks for the dark colours. */
  readonly isDark?: boolean
  /** It loads no pictures. */
  readonly withoutImages?: boolean
  /** It takes style sheets and styles away. */
  readonly withoutStyles?: boolean
}

/**
 * An email's HTML as a mail reader shows it: with its own pictures, from where the page has them.
 *
 * @param base where the issue's files are, with a slash at its end
 * @param published where they will be, as hosted pictures are named
 */
export function emailAsShown(
  html: string,
  base: string,
  published: string | undefined,
  { isDark, withoutImages, withoutStyles }: EmailLook,
): string {
  const tree: Root = fromHtml(html)
  visit(tree, 'element', (node, index, parent) => {
    const { src } = node.properties
    if (node.tagName === 'img' && typeof src === 'string') {
      if (withoutImages) delete node.properties.src
      else node.properties.src = localAddress(src, base, published)
    }
    if (withoutStyles) delete node.properties.style
    if (node.tagName !== 'style' || !parent || index === undefined) return
    if (withoutStyles) parent.children.splice(index, 1)
    else
      for (const child of node.children)
        if (child.type === 'text') child.value = inScheme(child.value, isDark === true)
  })
  return toHtml(tree, { allowDangerousCharacters: true })
}

/** A picture that goes along is named by its content (RFC 2392), one that is hosted by where it will be. */
function localAddress(src: string, base: string, published: string | undefined): string {
  const [, cid] = /^cid:([^@]+)@/.exec(src) ?? []
  if (cid !== undefined) return `${base}images/${cid}`
  return published !== undefined && src.startsWith(published) ? base + src.slice(published.length) : src
}

/** A style sheet as a mail reader takes it that asks for one of the schemes, whatever the page itself is shown in. */
const inScheme = (css: string, isDark: boolean): string =>
  css.replace(/\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)/g, (_, scheme: string) =>
    (scheme === 'dark') === isDark ? '(min-width: 0)' : '(max-width: 0)',
  )

/** Adds the email as mail readers show it: `/email/<slug>`. */
export function emailViewRoutes(app: Hono, { files, outputDir, state, token, url }: PreviewOptions): void {
  app.get('/email/:slug', async context => {
    const slug = context.req.param('slug')
    const path = join(outputDir, slug, 'email.html')
    if (!state.data().issues.some(each => each.slug === slug) || (await files.kind(path)) !== 'file')
      return context.notFound()
    const html = new TextDecoder().decode(await files.read(path))
    const has = (name: string) => context.req.query(name) !== undefined
    const shown = emailAsShown(
      html,
      `/${token}/file/${encodeURIComponent(slug)}/`,
      url === undefined ? undefined : `${url}/${encodeURI(slug)}/`,
      { isDark: has('dark'), withoutImages: has('no-images'), withoutStyles: has('no-styles') },
    )
    return context.html(shown, 200, { 'Content-Security-Policy': sandboxed })
  })
}
