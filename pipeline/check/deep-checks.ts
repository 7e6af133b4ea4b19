import type { VFileMessage } from 'vfile-message'
import type { Format } from '../article.js'
import { finding } from '../messages.js'
import type { Rendition } from '../render/rendition.js'
import { BrowserUnavailable, type World } from '../world.js'
import { CheckerUnavailable } from './checker-unavailable.js'
import type { RuleId } from './rules.js'

/** A rendition that was made, as a deep check looks at it. */
export interface DeepCheckJob {
  readonly rendition: Rendition
  /** As messages name the source. */
  readonly file: string
  readonly world: World
}

/**
 * A check that a build does without, for the time it takes or for what it needs.
 *
 * @throws BrowserUnavailable where it needs a browser
 * @throws CheckerUnavailable where it needs a program or a package that is not there
 */
export type DeepCheck = (job: DeepCheckJob) => Promise<readonly VFileMessage[]>

interface NamedCheck {
  /** What it looks at, for a message that says it was left out. */
  readonly name: string
  /** What it finds is of these. */
  readonly rules: readonly RuleId[]
  readonly load: () => Promise<DeepCheck>
}

/**
 * What `trifold check` does beyond a build, by format. A build holds its email to the rules of `check/email/`, its EPUB
 * to those of EPUBCheck and its PDF to those of PDF/UA; these come on top.
 */
export const deepChecks: Readonly<Record<Format, readonly NamedCheck[]>> = {
  email: [
    {
      name: 'the words of the message, as a mail reader decodes them',
      rules: ['parity-words', 'parity-link'],
      load: async () => (await import('./parity/message.js')).messageParity,
    },
    {
      name: 'the HTML of the email, by html-validate',
      rules: ['email-html'],
      load: async () => (await import('./email/html.js')).emailHtml,
    },
    {
      name: 'contrast and names of the email, by axe',
      rules: ['email-accessibility'],
      load: async () => (await import('./email/accessibility.js')).emailAccessibility,
    },
  ],
  pdf: [],
  epub: [
    {
      name: 'the EPUB, by the whole of EPUBCheck',
      rules: ['epub-invalid'],
      load: async () => (await import('./epub/epubcheck.js')).wholeEpubcheck,
    },
    {
      name: 'accessibility of the EPUB, by Ace',
      rules: ['epub-accessibility'],
      load: async () => (await import('./epub/ace.js')).epubAccessibility,
    },
  ],
  web: [
    {
      name: 'the HTML of the web page, by html-validate',
      rules: ['web-html'],
      load: async () => (await import('./web/html.js')).webHtml,
    },
    {
      name: 'contrast, names and landmarks of the web page, by axe',
      rules: ['web-accessibility'],
      load: async () => (await import('./web/accessibility.js')).webAccessibility,
    },
  ],
}

/** What the deep checks of a rendition found, and which could not be done. */
export interface DeeplyChecked {
  readonly messages: readonly VFileMessage[]
  /** Messages of the rule `check-skipped`. */
  readonly skipped: readonly VFileMessage[]
  /** The rules of what could not be done. */
  readonly unlooked: readonly RuleId[]
}

/** Runs the deep checks of a rendition; one that has no files is not looked at. */
export async function checkDeeply(job: DeepCheckJob): Promise<DeeplyChecked> {
  const messages: VFileMessage[] = []
  const skipped: VFileMessage[] = []
  const unlooked: RuleId[] = []
  if (job.rendition.files.length === 0) return { messages, skipped, unlooked }
  for (const { name, rules, load } of deepChecks[job.rendition.format]) {
    try {
      const check = await load()
      messages.push(...(await check(job)))
    } catch (error) {
      if (!(error instanceof BrowserUnavailable || error instanceof CheckerUnavailable)) throw error
      const reason = `Not checked: ${name}. ${error.message}`
      skipped.push(finding('check-skipped', reason, { file: job.file }))
      unlooked.push(...rules)
    }
  }
  return { messages, skipped, unlooked }
}
