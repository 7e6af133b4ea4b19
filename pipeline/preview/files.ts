import { join } from 'node:path'
import type { Hono } from 'hono'
import type { PreviewOptions } from './app.js'

/**
 * What was built runs nothing and loads nothing but its own files, whatever an article says. The page may look into it,
 * which needs the same origin; no script of its own runs, so nothing looks back.
 */
export const sandboxed = [
  "default-src 'none'",
  "img-src 'self' data:",
  "style-src 'unsafe-inline'",
  "font-src 'self' data:",
  "media-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-same-origin',
].join('; ')

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  eml: 'text/plain; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  pdf: 'application/pdf',
  epub: 'application/epub+zip',
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  webp: 'image/webp',
}

/** Adds the files of issues, as they are: `/file/<slug>/<path>`. */
export function fileRoutes(app: Hono, { state, files, outputDir }: PreviewOptions): void {
  app.get('/file/:slug/:path{.+}', async context => {
    const { slug, path } = context.req.param()
    const issue = state.data().issues.find(each => each.slug === slug)
    const isKnown = issue?.formats.some(format => format.files.some(file => file.path === path))
    const file = join(outputDir, slug, path)
    if (!isKnown || (await files.kind(file)) !== 'file') return context.notFound()
    const extension = path.split('.').at(-1) ?? ''
    const name = path.split('/').at(-1) ?? path
    return context.body(new Uint8Array(await files.read(file)), 200, {
      'Content-Type': types[extension] ?? 'application/octet-stream',
      'Content-Security-Policy': sandboxed,
      ...(context.req.query('save') === undefined
        ? {}
        : { 'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}` }),
    })
  })
}
