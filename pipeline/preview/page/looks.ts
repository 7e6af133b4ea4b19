import type { PreviewIssue } from '../data.js'
import type { inboxes } from './recolour/inboxes.js'
import { fileOf } from './view.js'

/** How the email is looked at. */
export interface Look {
  readonly shows: 'mail' | 'text' | 'source'
  readonly width: 'desktop' | 'phone'
  readonly colours: 'light' | 'dark' | 'outlook' | 'gmail'
  /** Whether the mail program loads pictures. */
  readonly pictures: 'on' | 'off'
  /** Whether it takes the email's styles. */
  readonly styles: 'on' | 'off'
}

/** What a look can be, and what each is called; the first of each is what is shown until something is chosen. */
export const lookNames = {
  shows: { mail: 'Mail', text: 'Plain text', source: 'Source' },
  width: { desktop: 'Desktop', phone: 'Telephone' },
  colours: {
    light: 'Light',
    dark: 'Dark, its own colours',
    outlook: 'Dark, forced by Outlook',
    gmail: 'Dark, inverted by Gmail',
  },
  pictures: { on: 'Pictures', off: 'Pictures off' },
  styles: { on: 'Styles', off: 'Styles off' },
} as const satisfies { [Key in keyof Look]: Readonly<Record<Look[Key], string>> }

/** The values of a made-up reader, by the names of merge tags. */
export type SampleReader = Readonly<Record<string, string>>

/** The look that was kept. Anything that is no look is as if nothing was chosen. */
export function lookIn(kept: Readonly<Record<string, string>>): Look {
  const chosen = parsed(kept['email.look'])
  const entries = Object.entries(lookNames).map(([key, names]) => {
    const value = chosen[key]
    return [key, value !== undefined && Object.hasOwn(names, value) ? value : Object.keys(names)[0]]
  })
  // Each key has one of its own values.
  return Object.fromEntries(entries) as unknown as Look
}

/** The made-up reader that was kept. */
export const readerIn = (kept: Readonly<Record<string, string>>): SampleReader => parsed(kept['email.reader'])

function parsed(text: string | undefined): SampleReader {
  try {
    const read: unknown = JSON.parse(text ?? '{}')
    if (typeof read !== 'object' || read === null) return {}
    return Object.fromEntries(Object.entries(read).filter(([, value]) => typeof value === 'string'))
  } catch {
    return {}
  }
}

/** What Outlook and Gmail do to the colours of an email, by the look. */
export const recolouredAs: Readonly<Partial<Record<Look['colours'], keyof typeof inboxes>>> = {
  outlook: 'outlook',
  gmail: 'full',
}

/** Where the email is, or a part of it; undefined where there is none. Another for each version and reader. */
export function emailAddress(
  issue: PreviewIssue,
  reader: SampleReader,
  part: '' | 'text' | 'source' | 'inbox',
): string | undefined {
  const file = fileOf(issue, 'email', 'email.parts.json') ?? fileOf(issue, 'email', 'email.html')
  if (!file) return undefined
  const values =
    Object.keys(reader).length === 0 ? '' : `&reader=${encodeURIComponent(JSON.stringify(reader))}`
  return `email/${encodeURIComponent(issue.slug)}${part && `/${part}`}?v=${file.version}${values}`
}

/** The same as a mail reader of that look shows it. */
export function shownAddress(issue: PreviewIssue, reader: SampleReader, look: Look): string | undefined {
  const address = emailAddress(issue, reader, '')
  if (address === undefined) return undefined
  const { colours, pictures, styles } = look
  return [
    address,
    colours === 'dark' ? '&dark' : '',
    pictures === 'off' ? '&no-images' : '',
    styles === 'off' ? '&no-styles' : '',
    colours === 'gmail' ? '&no-sheets' : '',
    colours === 'outlook' || colours === 'gmail' ? `&as=${colours}` : '',
  ].join('')
}
