// @ts-check
/**
 * What a suite is handed.
 *
 * @typedef {object} Request
 * @property {string[]} paths what was given beside the flags, as it was typed
 * @property {(path: string) => string} absolute a path from where the command was typed
 * @property {string} sample the article where none is named, absolute
 * @property {number} runs how often what is short is timed, at least 5
 * @property {string} browser path of the browser; empty where there is none, which a suite with `needsBrowser` never sees
 * @property {string} folder of its own, which is removed afterwards
 * @property {string | undefined} formats as `-f` has them
 * @property {boolean} quick without what takes minutes
 * @property {import('./machine.mjs').Machine} machine
 *
 * What it gives: the figures for a terminal, as sections of its page, and as JSON.
 *
 * @typedef {{shown: string, sections: string, figures: object}} Measured
 * @typedef {{page: string, needsBrowser: boolean, measure: (request: Request) => Promise<Measured>}} Suite
 */

/** The suites by the names of their flags, each loaded when it is asked for. @satisfies {Record<string, () => Promise<{suite: Suite}>>} */
export const suites = {
  aims: () => import('./suites/aims.mjs'),
  growth: () => import('./suites/growth.mjs'),
  email: () => import('./suites/email.mjs'),
  pdf: () => import('./suites/pdf.mjs'),
  epub: () => import('./suites/epub.mjs'),
  issue: () => import('./suites/issue.mjs'),
  checks: () => import('./suites/checks.mjs'),
  messages: () => import('./suites/messages.mjs'),
  sending: () => import('./suites/sending.mjs'),
}

/** @typedef {keyof typeof suites} SuiteName */

export const suiteNames = /** @type {SuiteName[]} */ (Object.keys(suites))
