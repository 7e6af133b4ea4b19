import { toHtml } from 'hast-util-to-html'
import { type Letter, letterHtml, letterText } from '../../templates/serve/mail.js'
import type { Reader } from '../readers/reader.js'
import type { Serving } from './serving.js'

/** An email about a subscription, as it is handed to what sends it. */
export interface ServiceMail {
  /** The address alone. */
  readonly to: string
  readonly subject: string
  readonly html: string
  readonly text: string
}

/** Asks a mailbox whether it wants to be subscribed. */
export function confirmLetter(serving: Serving, reader: Reader): ServiceMail {
  const { words, publication } = serving.place
  return mailOf(serving, reader, {
    subject: words.confirmSubject(publication.name),
    said: [words.confirmMail(publication.name)],
    link: { label: words.confirmMailButton, href: serving.addresses.confirm(reader.id, serving.time()) },
    after: [words.confirmMailWithin, words.confirmMailIgnore],
  })
}

/** Tells somebody who is on the list that they are. */
export function knownLetter(serving: Serving, reader: Reader): ServiceMail {
  const { words, publication } = serving.place
  return mailOf(serving, reader, {
    subject: words.knownSubject(publication.name),
    said: [words.knownMail(publication.name)],
    link: {
      label: words.preferences,
      href: serving.addresses.preferences({ reader: reader.id, launch: 0 }),
    },
    after: [words.knownMailIgnore],
  })
}

const mailOf = (
  { place, addresses }: Serving,
  { email, id }: Reader,
  told: Omit<Letter, 'also'>,
): ServiceMail => {
  const own = addresses.preferences({ reader: id, launch: 0 })
  const letter = { ...told, also: { label: place.words.whatWeKnow, href: own } }
  return {
    to: email,
    subject: letter.subject,
    html: toHtml(letterHtml(place, letter), { characterReferences: { useNamedReferences: false } }),
    text: letterText(place, letter),
  }
}
