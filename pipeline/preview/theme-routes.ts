import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { tokenFields } from '../config/token-changes.js'
import { themeLines } from '../config/with-theme.js'
import type { PreviewOptions } from './app.js'

/** More than all tokens together. */
const mostBytes = 64 * 1024

const changeBody = z.object({ changes: z.record(z.string(), z.unknown()), isSame: z.boolean().optional() })
const saveBody = z.object({ mark: z.string() })

/** Adds what tries a theme, `/theme`, and what saves it, `/theme/save`. */
export function themeRoutes(app: Hono, { theme }: PreviewOptions): void {
  const limit = bodyLimit({ maxSize: mostBytes })
  const bodyOf = async <T>(context: Context, shape: z.ZodType<T>): Promise<T | undefined> =>
    shape.safeParse(await context.req.json().catch(() => undefined)).data

  app.get('/theme/fields', context => context.json(tokenFields))
  app.get('/theme/lines', context =>
    context.text(themeLines(theme.changes(), theme.shown()?.kind === 'code')),
  )
  app.post('/theme', limit, async context => {
    const body = await bodyOf(context, changeBody)
    if (!body) return context.json({ fault: 'expected changes by path' }, 400)
    const faults = theme.change(body.changes, body.isSame === true)
    return Object.keys(faults).length === 0 ? context.json({}) : context.json({ faults }, 422)
  })
  app.post('/theme/undo', context => {
    theme.undo()
    return context.json({})
  })
  app.post('/theme/reset', context => {
    theme.reset()
    return context.json({})
  })
  app.post('/theme/save', limit, async context => {
    const body = await bodyOf(context, saveBody)
    if (!body) return context.json({ fault: 'expected the mark of the config' }, 400)
    const fault = await theme.save(body.mark)
    return fault === undefined ? context.json({}) : context.json({ fault }, 409)
  })
}
