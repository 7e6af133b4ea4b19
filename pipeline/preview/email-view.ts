import type { Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import type { Context, Hono } from 'hono'
import { visit } from 'unist-util-visit'
import type { Values } from '../bind/email/fill.js'
import type { PreviewOptions } from './app.js'
import { emailPartsOf } from './email-parts.js'
import { sandboxed } from './files.js'
import { inboxOf } from './inbox.js'
import { filledFor, sampleReader } from './sample-reader.js'

/** What a mail reader does to an email. */
export interface EmailLook {
  /** It asks for the dark colours. */
  readonly isDark?: boolean
  /** It loads no pictures. */
  readonly withoutImages?: boolean
  /** It takes style sheets away; what stands on the elements themselves stays. */
  readonly withoutSheets?: boolean
  /** It takes style sheets and styles away. */
  readonly withoutStyles?: boolean
}

/**
 * An email's HTML as a mail reader shows it: with its own pictures, from where the page has them.
 *
 * @param base where the files are, with a slash at its end
 * @param published where they will be, as hosted pictures are named
 */
export function emailAsShown(
  html: string,
  base: string,
  published: string | undefined,
  { isDark, withoutImages, withoutSheets, withoutStyles }: EmailLook,
): string {
  const tree: Root = fromHtml(html)
  visit(tree, 'element', (node, index, parent) => {
    const { src, href } = node.properties
    if (node.tagName === 'img' && typeof src === 'string') {
      if (withoutImages) delete node.properties.src
      else node.properties.src = localAddress(src, base, published)
    }
    // A link would put another page in the email's place; where it would open one of its own, the frame lets none open.
    if (node.tagName === 'a' && typeof href === 'string' && !href.startsWith('#'))
      node.properties.target = '_blank'
    if (withoutStyles) {
      delete node.properties.style
      delete node.properties.bgColor
    }
    if (node.tagName !== 'style' || !parent || index === undefined) return
    if (withoutStyles || withoutSheets) node.children = []
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

/**
 * Adds the email as a made-up reader gets it, whose values the address has as `reader`: `/email/<slug>` as mail readers
 * show it, `/email/<slug>/text` its plain text, `/email/<slug>/source` its HTML as it is mailed, and
 * `/email/<slug>/inbox` the line in the list.
 */
export function emailViewRoutes(app: Hono, options: PreviewOptions): void {
  const { config, token } = options

  /** A made-up reader leaves at an address that leads nowhere. */
  const readerOf = (context: Context): Values => {
    const { publication, sending } = config()
    return {
      unsubscribe_url: `${sending.url ?? publication.url ?? 'https://example.org'}/unsubscribe/sample`,
      ...sampleReader(context.req.query('reader')),
    }
  }

  app.get('/email/:slug', async context => {
    const slug = context.req.param('slug')
    const parts = await emailPartsOf(slug, options)
    if (!parts) return context.notFound()
    const { url } = config().publication
    const has = (name: string) => context.req.query(name) !== undefined
    const shown = emailAsShown(
      filledFor(parts.html, readerOf(context)),
      `/${token}/file/${encodeURIComponent(slug)}/`,
      url === undefined ? undefined : `${url}/${encodeURI(slug)}/`,
      {
        isDark: has('dark'),
        withoutImages: has('no-images'),
        withoutSheets: has('no-sheets'),
        withoutStyles: has('no-styles'),
      },
    )
    return context.html(shown, 200, { 'Content-Security-Policy': sandboxed })
  })

  app.get('/email/:slug/:part{text|source}', async context => {
    const { slug, part } = context.req.param()
    const parts = await emailPartsOf(slug, options)
    if (!parts) return context.notFound()
    return context.text(filledFor(part === 'text' ? parts.text : parts.html, readerOf(context)))
  })

  app.get('/email/:slug/inbox', async context => {
    const parts = await emailPartsOf(context.req.param('slug'), options)
    if (!parts) return context.notFound()
    return context.json(inboxOf(parts, sampleReader(context.req.query('reader')), config().publication))
  })
}
