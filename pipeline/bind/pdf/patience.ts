import { PrintFailed } from './failed.js'

/** How long is waited before a browser counts as hung, in milliseconds. */
export interface Patience {
  /** For a page to print on. */
  readonly toOpen: number
  /** For the document. */
  toPrint(html: string): number
}

/**
 * A minute, and another for each million characters: 500 pages are about one and a half million and take some eight
 * seconds, so that a machine ten times as slow is not given up on.
 */
export const defaultPatience: Patience = {
  toOpen: 30_000,
  toPrint: html => 60_000 + Math.ceil(html.length * 0.06),
}

/** What the work comes to. @throws {PrintFailed} of a browser that hangs, when it takes longer */
export async function withinPatience<Result>(work: Promise<Result>, milliseconds: number): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    const seconds = Number((milliseconds / 1000).toPrecision(2))
    const hung = new PrintFailed(`The browser did not answer for ${seconds} seconds`, 'hung')
    timer = setTimeout(() => reject(hung), milliseconds)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
