import { attributeName } from '../attribute-name.js'
import { cleanValue } from '../clean-value.js'
import { shown } from '../shown.js'
import { Fault, longestValue } from './row-fault.js'

/**
 * Attributes of a JSON object: what it holds besides lists and objects.
 *
 * @throws Fault
 */
export function jsonAttributes(written: string, column: string): [string, string][] {
  if (written.trim() === '') return []
  let read: unknown
  try {
    read = JSON.parse(written)
  } catch {
    throw new Fault(`Unexpected ${shown(written)}, expected a JSON object`, column)
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read)) return []
  return Object.entries(read).flatMap(([key, value]): [string, string][] => {
    const name = attributeName(key)
    const text = ['string', 'number', 'boolean'].includes(typeof value) ? cleanValue(String(value)) : ''
    if (text.length > longestValue) {
      throw new Fault(`Unexpected ${text.length} characters, expected at most ${longestValue}`, column)
    }
    return name === undefined || text === '' ? [] : [[name, text]]
  })
}
