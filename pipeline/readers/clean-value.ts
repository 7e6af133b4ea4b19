import { settledDirection } from '../parse/direction-controls.js'

/**
 * A name or a value as the list keeps it: one line, without control characters and white space around, and nothing that
 * turns the direction of what it is put into. Clean text stays as it is.
 */
export function cleanValue(written: string): string {
  if (/^(?:[!-~]+(?: [!-~]+)*)?$/.test(written)) return written
  return settledDirection(written)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\uFEFF\uFFFE\uFFFF]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
