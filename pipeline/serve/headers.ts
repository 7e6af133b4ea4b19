import { createHash } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { toCss } from '../../templates/css.js'
import { serveStyles } from '../../templates/serve/stylesheet.js'
import type { ServeEnv } from './client.js'
import type { Serving } from './serving.js'

/**
 * What browsers are told of every answer: no script and no request to anybody, only our own styles; in no frame of
 * another; no word of its address to the next site, since tokens are in addresses; and nothing of it is kept.
 */
export function safeHeaders({ publication, url }: Serving): MiddlewareHandler<ServeEnv> {
  const styles = serveStyles(publication.tokens).map(({ rules }) => `'sha256-${digest(toCss(rules))}'`)
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: styles,
      // The publication's mark is inside the page.
      imgSrc: ['data:'],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
    xFrameOptions: 'DENY',
    // For this host alone: what else there is under the domain is not ours to decide.
    strictTransportSecurity: url.startsWith('https:') ? 'max-age=15552000' : false,
    permissionsPolicy: { camera: [], geolocation: [], microphone: [] },
    overwrite: false,
  })
}

const digest = (css: string) => createHash('sha256').update(css).digest('base64')

/** That nothing is kept on the way, and that search engines leave it. */
export const unkept: MiddlewareHandler<ServeEnv> = async (context, next) => {
  await next()
  context.res.headers.set('cache-control', 'no-store')
  context.res.headers.set('x-robots-tag', 'noindex, nofollow')
}
