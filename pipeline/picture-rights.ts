import { creativeCommons } from './licence.js'

/** The line under a picture with its rights at the end, unless it says them. */
export function withRights(line: string | undefined, rights: string | undefined): string {
  if (!rights || line?.includes(rights)) return line ?? ''
  if (!line) return rights
  return `${line}${/[.!?\u2026\u3002]$/.test(line) ? '' : '.'} ${rights}`
}

/**
 * Whether words under a picture say that anyone may show it: a Creative Commons licence or the public domain. Who made
 * it, or a house that lets pictures, is a credit and no permission.
 */
export const isFree = (words: string): boolean =>
  creativeCommons(words) !== undefined || /\bpublic[- ]domain\b/i.test(words)
