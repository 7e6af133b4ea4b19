import type { Hono } from 'hono'
import type { Plan, TestResult } from '../send/service.js'
import type { PreviewOptions } from './app.js'

/** Sending as the page may ask for it. The list and the ledger are opened when something is asked, and closed after it. */
export interface PreviewSending {
  /** What is to be set before anything can be sent, a sentence each; nothing where sending is configured. */
  lacks(): readonly string[]
  /** Looks at what a launch of an issue would be. @throws SendingRefused */
  plan(slug: string): Promise<LookedAt>
  /** Sends an issue to one address. @throws SendingRefused */
  test(slug: string, to: string): Promise<TestResult>
}

/** A launch as it would be, and the command that begins it. */
export interface LookedAt {
  readonly plan: Plan
  /** What to type in a terminal; undefined while something has to be mended or tried first. */
  readonly command?: string
}

/** Nothing was sent, or could be looked at. */
export class SendingRefused extends Error {
  override name = 'SendingRefused'

  /** @param faults what is wrong, a sentence each; never empty */
  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'))
  }
}

/** What was asked for, or why it is not to be had. */
export type Asked<What> = What | { readonly faults: readonly string[] }

/** Adds sending: `/sending` says whether it is set up; `/plan?slug=` and `/test?slug=&to=` are posted. */
export function sendingRoutes(app: Hono, { sending, state }: PreviewOptions): void {
  const isIssue = (slug: string) => state.data().issues.some(each => each.slug === slug && !each.draft)

  app.get('/sending', context => context.json({ lacks: sending.lacks() }))

  app.post('/plan', async context => {
    const slug = context.req.query('slug') ?? ''
    if (!isIssue(slug)) return context.notFound()
    return context.json(await asked(() => sending.plan(slug)))
  })

  app.post('/test', async context => {
    const slug = context.req.query('slug') ?? ''
    if (!isIssue(slug)) return context.notFound()
    return context.json(await asked(() => sending.test(slug, context.req.query('to') ?? '')))
  })
}

async function asked<What>(work: () => Promise<What>): Promise<Asked<What>> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof SendingRefused)) throw error
    return { faults: error.faults }
  }
}
