import { resolve } from 'node:path'
import type { Hono } from 'hono'
import type { PreviewOptions } from './app.js'

/** Adds the sources of issues: `/source?file=` gives one, `/open` opens it in the person's editor. */
export function sourceRoutes(app: Hono, { state, blocks, files, cwd, openEditor }: PreviewOptions): void {
  /** The path of a source that the page may see: one that an issue is made of, or that a message is about. */
  const pathOf = (name: string): string | undefined => {
    const { issues, build } = state.data()
    const isKnown =
      blocks.isSource(name) ||
      issues.some(({ source, messages }) => source === name || messages.some(({ file }) => file === name)) ||
      build.faults.some(({ file }) => file === name)
    return isKnown ? resolve(cwd, name) : undefined
  }

  app.get('/source', async context => {
    const path = pathOf(context.req.query('file') ?? '')
    if (path === undefined || (await files.kind(path)) !== 'file') return context.notFound()
    return context.text(new TextDecoder().decode(await files.read(path)))
  })

  app.post('/open', async context => {
    const path = pathOf(context.req.query('file') ?? '')
    const line = Number(context.req.query('line') ?? 1)
    if (path === undefined || !Number.isInteger(line) || line < 1) return context.notFound()
    if (!openEditor)
      return context.json({ fault: 'No editor is known here; set the environment variable EDITOR.' }, 501)
    try {
      await openEditor(path, line)
      return context.json({ opened: true })
    } catch (error) {
      return context.json({ fault: error instanceof Error ? error.message : String(error) }, 500)
    }
  })
}
