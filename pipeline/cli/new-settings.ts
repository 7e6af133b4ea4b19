import { readSetting, type SettingKey, type Settings } from '../new/settings.js'
import { UsageError } from './exit.js'
import type { CommonOptions, Session } from './session.js'

/** What `trifold new` takes. */
export interface NewOptions extends CommonOptions {
  readonly name?: string
  readonly publisher?: string
  readonly address?: string
  readonly language?: string
  readonly url?: string
  readonly yes?: boolean
}

interface Question {
  readonly key: SettingKey
  readonly flag: 'name' | 'publisher' | 'address' | 'language' | 'url'
  readonly asks: string
  /** Why it is asked. */
  readonly why?: string
  /** What is said of it where it is left empty. */
  readonly none: string
}

/** The questions, in their order. */
const questions: readonly Question[] = [
  { key: 'name', flag: 'name', asks: 'Name of the publication', none: 'no name' },
  {
    key: 'publisher',
    flag: 'publisher',
    asks: 'Who publishes it',
    why: 'A person, a house, an association.',
    none: 'no publisher',
  },
  {
    key: 'address',
    flag: 'address',
    asks: 'Postal address, on one line',
    why: 'Anti-spam law asks for one at the foot of every email in many countries (in the USA, CAN-SPAM).',
    none: 'no postal address',
  },
  {
    key: 'lang',
    flag: 'language',
    asks: 'Language, as a code',
    why: 'en, en-GB, de, pt-BR, ar...: what you write in.',
    none: 'no language',
  },
  {
    key: 'url',
    flag: 'url',
    asks: 'Web address',
    why: 'Where the web edition is, if it is on a server already: https://letters.example.org',
    none: 'no URL',
  },
]

/** What the flags say, and which keys they say it of: an empty flag is an answer too. */
export interface Given {
  readonly settings: Partial<Settings>
  readonly keys: ReadonlySet<SettingKey>
}

/** What the flags say. @throws {UsageError} where the config does not take it */
export function givenSettings(options: NewOptions): Given {
  const keys = new Set<SettingKey>()
  const settings: Partial<Record<SettingKey, string>> = {}
  for (const { key, flag } of questions) {
    const written = options[flag]
    if (written === undefined) continue
    keys.add(key)
    const read = readSetting(key, written)
    if ('fault' in read) throw new UsageError(`--${flag}: ${read.fault}`)
    if (read.value !== undefined) settings[key] = read.value
  }
  return { settings, keys }
}

/** Asks for what no flag says, again where the config does not take the answer. An empty one takes the default. */
export async function askForSettings(
  given: Given,
  defaults: Settings,
  { asker, terminal }: Session,
): Promise<Settings> {
  const settings = { ...defaults, ...given.settings }
  const open = questions.filter(({ key }) => !given.keys.has(key))
  if (open.length === 0 || !asker) return settings
  terminal.print(
    terminal.styles.dim(
      'Enter takes what stands in brackets, or leaves it empty. All of it can be changed later.',
    ),
  )
  const person = await asker()
  try {
    for (const { key, asks, why } of open) {
      const taken = defaults[key]
      if (why) terminal.print(terminal.styles.dim(why))
      for (let asking = true; asking; ) {
        const read = readSetting(key, await person.ask(taken ? `${asks} [${taken}]: ` : `${asks}: `))
        asking = 'fault' in read
        if ('fault' in read) terminal.complain(read.fault)
        else if (read.value !== undefined) settings[key] = read.value
      }
    }
  } finally {
    person.close()
  }
  terminal.print('')
  return settings
}

/** Which defaults were taken without a question; undefined where the flags said everything. */
export function toldDefaults({ keys }: Given, settings: Settings): string | undefined {
  const taken = questions.filter(({ key }) => !keys.has(key))
  if (taken.length === 0) return undefined
  const told = taken.map(({ key, flag, none }) => (settings[key] ? `${flag} "${settings[key]}"` : none))
  return `Nothing was asked. Taken instead: ${told.join(', ')}. \`trifold.yaml\` has them.`
}
