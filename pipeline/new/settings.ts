import { basename } from 'node:path'
import { defaults } from '../config/defaults.js'
import { configFileSchema } from '../config/schema.js'
import { checkValues } from '../parse/value-faults.js'

/** What a new publication says of itself: keys of its config. One that is not there is left for later. */
export interface Settings {
  readonly name: string
  readonly publisher?: string
  readonly address?: string
  readonly lang: string
  readonly url?: string
}

/** One of the keys. */
export type SettingKey = keyof Settings

/** A setting as the config keeps it, undefined where nothing is said, or why the config refuses it. */
export type ReadSetting = { readonly value: string | undefined } | { readonly fault: string }

/** Reads what was written for a key, by the rules of the config. The fault is the end of a sentence about it. */
export function readSetting(key: SettingKey, written: string): ReadSetting {
  if (written.trim() === '') return { value: undefined }
  const { data, faults } = checkValues(configFileSchema, { [key]: written })
  const [fault] = faults
  return fault ? { fault: fault.reason } : { value: data[key] }
}

/** What stands where nothing is said: a name made of the folder's, `my-letter` gives "My letter", and English. */
export function defaultSettings(folder: string): Settings {
  const [first = '', ...rest] = basename(folder)
    .replace(/[-_\s]+/g, ' ')
    .trim()
  const read = readSetting('name', first.toUpperCase() + rest.join(''))
  return { name: ('value' in read ? read.value : undefined) ?? defaults.name, lang: defaults.lang }
}
