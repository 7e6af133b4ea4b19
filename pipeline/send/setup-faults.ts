import type { Publication } from '../article.js'
import { oneLine } from '../bind/email/fill.js'
import { mailbox } from '../bind/email/mailbox.js'
import type { Build } from './build.js'
import { unsubscribeIsPerReader } from './compose/one-click.js'
import { senderIn } from './compose/sender-in.js'
import type { SendingSettings } from './settings.js'

/** What is wrong, a sentence each. */
export interface Faults {
  /** These stop a launch. */
  readonly faults: readonly string[]
  readonly warnings: readonly string[]
}

/** Where a text has what looks like a merge tag and is none. */
const braces: ReadonlySet<string | undefined> = new Set(['merge-tag-unknown', 'merge-tag-malformed'])

/** What is wrong with a build and the config before anybody is asked: what law and mail services want of a newsletter. */
export function setupFaults(
  { report, parts }: Pick<Build, 'report' | 'parts'>,
  { email, address, url }: Publication,
  settings: SendingSettings,
): Faults {
  const faults: string[] = []
  const warnings: string[] = []
  const errors = report.messages.filter(({ severity }) => severity === 'error')
  for (const { file, line, reason } of errors.slice(0, 3))
    faults.push(`The build has an error: ${file}${line === undefined ? '' : `:${line}`}: ${reason}.`)
  if (errors.length > 3)
    faults.push(`The build has ${errors.length - 3} more errors; \`trifold check\` tells of them.`)
  if (email.from === undefined) faults.push('Nobody is named as the sender. Set `email.from` in the config.')
  else if (senderIn(parts) !== mailbox(oneLine(email.from)))
    faults.push(
      `The email was built with another sender than \`email.from\` is now, ${email.from}. Build it again.`,
    )
  if (address === undefined)
    faults.push(
      'The email has no postal address, which law asks for in every mailing. Set `address` in the config.',
    )
  else if (!bare(parts.text.join('')).includes(bare(address)))
    faults.push(
      'The email was built without the postal address that `address` has in the config now. Build it again.',
    )
  faults.push(...leavingFaults(settings))
  const hasWayOut = parts.headers.some(({ name }) => name === 'List-Unsubscribe')
  if (hasWayOut && !unsubscribeIsPerReader(parts))
    faults.push(
      'The email leads every reader to the same page to unsubscribe. Take `email.unsubscribe` out of the config, or set it to "{{ unsubscribe_url }}", and build again.',
    )
  // Without an address where readers can leave, that is what is missing.
  if (!hasWayOut && settings.url !== undefined)
    faults.push(
      'The email has no link to leave by: it was built before the config said where readers can. Build it again.',
    )
  if (settings.countLinks && !parts.countsLinks)
    faults.push(
      'Links are to be counted (`sending.countLinks`), and the email does not say so to its readers. Build it again.',
    )
  if (!settings.countLinks && parts.countsLinks)
    faults.push('The email says that its links are counted, and `sending.countLinks` is off. Build it again.')
  for (const { file, line, reason } of report.messages.filter(({ rule }) => braces.has(rule)).slice(0, 3))
    warnings.push(
      `${file}${line === undefined ? '' : `:${line}`}: ${reason}, and readers see the braces. Declare it and build again, unless they are meant.`,
    )
  if (url === undefined)
    warnings.push(
      'The publication has no `url`: the email has no link to the web edition, and nothing is looked for there.',
    )
  if (settings.dkim === undefined)
    warnings.push(
      'Messages are not signed by us (`sending.dkim`); they are where your mail server signs them.',
    )
  if (settings.bounces === undefined)
    warnings.push('There is no mailbox for what comes back (`sending.bounces`); it comes to the sender.')
  return { faults, warnings }
}

/** What is wrong with where readers leave. It is of the config, which may have changed since a launch. */
export function leavingFaults({ url }: Pick<SendingSettings, 'url'>): readonly string[] {
  if (url === undefined)
    return [
      'There is no address where readers can leave. Set `sending.url` in the config to where `trifold readers serve` answers, and build again.',
    ]
  return isSafe(url) ? [] : [`Unexpected \`sending.url\` ${url}, expected one that begins with https://.`]
}

/** Lines break where they are full, and what cannot be seen is not in the text. */
const bare = (text: string): string => text.replace(/[\p{C}\s]+/gu, '')

/** RFC 8058, 3.1 asks for https; on this machine there is nobody between. */
export const isSafe = (url: string): boolean => {
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' || /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname)
}
