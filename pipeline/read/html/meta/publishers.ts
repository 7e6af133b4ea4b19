/** A publisher whose articles others may republish: its licence, where it words it nowhere, and its own pages. */
export interface Republisher {
  readonly name: string
  readonly host: RegExp
  readonly license: string
}

/** What these publishers' own guidelines for republishing say. */
export const republishers: readonly Republisher[] = [
  { name: 'The Conversation', host: /(?:^|\.)theconversation\.com$/, license: 'CC BY-ND 4.0' },
  { name: 'ProPublica', host: /(?:^|\.)propublica\.org$/, license: 'CC BY-NC-ND 3.0' },
  { name: 'Aeon', host: /(?:^|\.)aeon\.co$/, license: 'CC BY-ND 4.0' },
  { name: 'Global Voices', host: /(?:^|\.)globalvoices\.org$/, license: 'CC BY 3.0' },
  { name: '360info', host: /(?:^|\.)360info\.org$/, license: 'CC BY 4.0' },
]

/** Counters of readers that a publisher's terms ask to be kept: in the record they are, loaded they are not. */
export const counterAddress =
  /counter\.theconversation\.|theconversation\.com\/content\/\d+\/count|\/count\.gif|republication-pixel|republish-tracking|republication-tracker|metrics\.aeon\.co|pixel\.propublica\.org|\/counter[/?]/i

/** The publisher whose page an address is of. */
export function republisherAt(address: string): Republisher | undefined {
  if (!URL.canParse(address)) return undefined
  const { hostname } = new URL(address)
  return republishers.find(({ host }) => host.test(hostname))
}

/** The publisher that a text names. */
export const republisherNamed = (text: string): Republisher | undefined =>
  republishers.find(({ name }) => text.includes(name))
