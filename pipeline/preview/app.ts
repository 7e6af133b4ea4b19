import { toHtml } from 'hast-util-to-html'
import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { shell } from '../../templates/preview/shell.js'
import { pageCss } from '../../templates/preview/stylesheet.js'
import type { Config } from '../config/config.js'
import type { Files, World } from '../world.js'
import type { IssueBlocks } from './blocks/issue-blocks.js'
import { blockRoutes } from './blocks/routes.js'
import { docsRoutes } from './docs.js'
import { emailViewRoutes } from './email-view.js'
import { fileRoutes } from './files.js'
import { guard } from './guard.js'
import { linkRoutes } from './links.js'
import { readingRoutes } from './reading.js'
import { type PreviewSending, sendingRoutes } from './sending.js'
import { sourceRoutes } from './source.js'
import type { PreviewState } from './state.js'
import type { ThemeDesk } from './theme-desk.js'
import { themeRoutes } from './theme-routes.js'
import { weightRoutes } from './weight.js'

/** What the page's server is made of. */
export interface PreviewOptions {
  readonly state: PreviewState
  readonly theme: ThemeDesk
  readonly blocks: IssueBlocks
  /** In every address, and known to nobody else. */
  readonly token: string
  readonly files: Files
  /** Where builds are written, absolute. */
  readonly outputDir: string
  /** What names of sources in messages are seen from, absolute. */
  readonly cwd: string
  /** The config in force. */
  readonly config: () => Config
  /** The world that builds, with its browser. */
  readonly world: () => World
  readonly sending: PreviewSending
  /** A page of the documentation; undefined where there is none of that name. */
  readonly docs: (name: string) => Promise<string | undefined>
  /** A file of the page's own program; undefined where there is none of that name. */
  readonly pageFile: (name: string) => Promise<Uint8Array | undefined>
  /** Opens a file at a line in the person's editor. @throws Error with what to do */
  readonly openEditor?: ((path: string, line: number) => Promise<void>) | undefined
  /** Aborted when the preview ends: pages that listen are let go, so that nobody waits for them. */
  readonly signal?: AbortSignal | undefined
}

/** The page runs its own scripts and loads nothing from elsewhere. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline' blob:",
  "connect-src 'self' blob: data:",
  "img-src 'self' data: blob:",
  "font-src 'self' data: blob:",
  "frame-src 'self' blob:",
  "worker-src 'self' blob:",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** How long a connection is silent at most, in milliseconds: proxies and laptops close those that are. */
const beat = 20_000

/** The page of every format, and what it asks for. */
export function previewApp(options: PreviewOptions): Hono {
  const { state, token, pageFile, signal, world } = options
  const app = new Hono({ strict: false })
  app.use(guard(token))
  app.onError((error, context) => context.json({ fault: error.message }, 500))
  app.use(async (context, next) => {
    await next()
    context.header('X-Content-Type-Options', 'nosniff')
    context.header('Referrer-Policy', 'no-referrer')
    context.header('Cache-Control', 'no-store')
    context.header('Cross-Origin-Resource-Policy', 'same-origin')
  })
  const own = new Hono({ strict: false })
  own.get('/', context =>
    context.html(toHtml(shell(state.data().publication)), 200, { 'Content-Security-Policy': pagePolicy }),
  )
  own.get('/page/page.css', context =>
    context.body(pageCss(), 200, { 'Content-Type': 'text/css; charset=utf-8' }),
  )
  own.get('/page/:name', async context => {
    const name = context.req.param('name')
    const bytes = await pageFile(name)
    if (!bytes) return context.notFound()
    return context.body(new Uint8Array(bytes), 200, {
      'Content-Type': typeOf(name),
      'Content-Security-Policy': pagePolicy,
    })
  })
  own.get('/events', context =>
    streamSSE(context, async stream => {
      let isOpen = !signal?.aborted
      let wake = () => {}
      let isNew = true
      const end = state.listen(() => {
        isNew = true
        wake()
      })
      const leave = () => {
        isOpen = false
        wake()
      }
      stream.onAbort(leave)
      signal?.addEventListener('abort', leave)
      try {
        while (isOpen) {
          if (isNew) {
            isNew = false
            await stream.writeSSE({ event: 'data', data: JSON.stringify(state.data()) })
          }
          if (isOpen && !isNew) {
            const woken = new AbortController()
            wake = () => woken.abort()
            // Woken, it leaves no timer behind that a process would stay for.
            await world()
              .wait(beat, woken.signal)
              .catch(() => {})
          }
          if (isOpen && !isNew) await stream.writeSSE({ event: 'beat', data: '' })
        }
      } finally {
        end()
        signal?.removeEventListener('abort', leave)
      }
    }),
  )
  fileRoutes(own, options)
  emailViewRoutes(own, options)
  sourceRoutes(own, options)
  themeRoutes(own, options)
  weightRoutes(own, options)
  linkRoutes(own, options)
  readingRoutes(own, options)
  sendingRoutes(own, options)
  blockRoutes(own, options)
  docsRoutes(own, options)
  app.route(`/${token}`, own)
  return app
}

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  wasm: 'application/wasm',
}

const typeOf = (name: string): string => types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
