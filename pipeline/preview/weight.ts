import type { Hono } from 'hono'
import type { Issue } from '../article.js'
import { close, limit } from '../render/email/limits.js'
import { kindOf, type WeighedBlock } from '../render/email/weights.js'
import { startEngine } from '../render/engine.js'
import { render } from '../stages.js'
import { wordsOf } from '../walk.js'
import type { PreviewOptions } from './app.js'
import { passageOf } from './passage-of.js'

/** How long an issue is to who reads it. */
export interface IssueLength {
  readonly words: number
  /** At `wordsPerMinute`, rounded up. */
  readonly minutes: number
}

/** A block of the text, and what it adds to the email. */
export interface HeavyBlock {
  readonly kind: string
  /** How it begins. */
  readonly words: string
  readonly file: string
  readonly line: number
  readonly bytes: number
}

/** What Gmail shows of an email, in bytes. */
export interface EmailBudget {
  readonly limit: number
  /** Where a warning is given. */
  readonly close: number
}

/** What the text of an issue weighs. */
export interface IssueWeight {
  readonly length: IssueLength
  readonly budget: EmailBudget
}

/** Words that are taken to be read in a minute: a rule of thumb, the same for every language. What a word is, each says. */
export const wordsPerMinute = 230

/** So many blocks are named. */
const named = 5
/** Characters of a block's beginning. */
const beginning = 60

/** How long an issue is. Notes, captions and code count; formulas do not. */
export function lengthOf({ articles }: Issue): IssueLength {
  let words = 0
  for (const { meta, tree } of articles) {
    const segmenter = new Intl.Segmenter(meta.lang, { granularity: 'word' })
    // Block by block: the last word of one and the first of the next are two.
    for (const block of tree.children)
      for (const { isWordLike } of segmenter.segment(wordsOf(block))) if (isWordLike) words += 1
  }
  return { words, minutes: Math.ceil(words / wordsPerMinute) }
}

const heavy = ({ article, block, bytes }: WeighedBlock): HeavyBlock => ({
  kind: kindOf(block),
  words: wordsOf(block).replace(/\s+/g, ' ').trim().slice(0, beginning),
  file: article.file,
  line: block.position.start.line,
  bytes,
})

/** Adds what issues weigh: `/weight/<slug>` at once, `/heaviest/<slug>` after the email was made some times over. */
export function weightRoutes(app: Hono, options: PreviewOptions): void {
  app.get('/weight/:slug', async context => {
    const passage = await passageOf(context.req.param('slug'), options)
    if (!passage?.issue) return context.notFound()
    const weight: IssueWeight = { length: lengthOf(passage.issue), budget: { limit, close } }
    return context.json(weight)
  })

  app.get('/heaviest/:slug', async context => {
    const passage = await passageOf(context.req.param('slug'), options)
    if (!passage) return context.notFound()
    const { config, cwd, world } = options
    await render(passage, { config: config(), paths: [], formats: ['email'], cwd }, startEngine(world()))
    const found = await passage.renditions[0]?.heaviest?.(named)
    return context.json((found ?? []).map(heavy))
  })
}
