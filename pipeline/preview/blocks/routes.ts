import type { Hono } from 'hono'
import type { PreviewOptions } from '../app.js'

/** Adds the blocks of issues: `/blocks?slug=`. */
export function blockRoutes(app: Hono, { blocks }: PreviewOptions): void {
  app.get('/blocks', async context => {
    const found = await blocks.of(context.req.query('slug') ?? '')
    return found ? context.json(found) : context.notFound()
  })
}
