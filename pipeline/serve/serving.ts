import type { Hono } from 'hono'
import type { Place } from '../../templates/serve/place.js'
import { serveWordsIn } from '../../templates/serve-words.js'
import type { Mark } from '../../templates/web/frame.js'
import { wordsIn } from '../../templates/words.js'
import type { Publication } from '../article.js'
import type { SettlingStore } from '../bounces/settle.js'
import { directionOf } from '../parse/language-tag.js'
import { type ReaderAddresses, readerAddresses } from '../readers/addresses.js'
import type { ReaderStore } from '../readers/reader-store.js'
import type { LinkCounts } from '../send/link-counts.js'
import type { Backlog } from './backlog.js'
import { type Buckets, buckets, type Rate } from './buckets.js'
import type { ServeEnv } from './client.js'
import { type LetterCount, type LetterRate, letterCount } from './letter-count.js'
import type { ServiceMail } from './letters.js'

/** How often what may happen. */
export interface ServeLimits {
  /** The form, from one network address. */
  readonly perClient: Rate
  /** The form, from everybody: this many letters go out at most. */
  readonly inAll: Rate
  /** Letters to one mailbox. */
  readonly perMailbox: LetterRate
}

const minute = 60_000

/** What is asked by people who want to subscribe, and not much more. */
export const defaultLimits: ServeLimits = {
  perClient: { atOnce: 10, every: 2 * minute },
  inAll: { atOnce: 200, every: 6000 },
  perMailbox: { between: 60 * minute, aDay: 3 },
}

/** What the public server is made of. */
export interface ServeOptions {
  readonly readers: ReaderStore
  /** What tokens are signed with. */
  readonly secret: Uint8Array
  readonly publication: Publication
  /** Where the server answers for everybody, without a slash at its end. */
  readonly url: string
  /** Milliseconds since 1970. */
  readonly time: () => number
  /** Sends a letter of ours. May reject: the reader can ask again. */
  readonly mail: (mail: ServiceMail) => Promise<void>
  /** What is done after an answer; who ends the server waits for it. */
  readonly backlog: Backlog
  /** Told what happened, in a line that holds neither an address nor a token. */
  readonly log: (line: string) => void
  readonly mark?: Mark | undefined
  readonly limits?: Partial<ServeLimits> | undefined
  /** How many proxies of our own stand in front; none by default. See `clientOf`. */
  readonly trustProxy?: number | undefined
  /** What whoever tells of bounces has to know, 20 characters or more; nobody may tell of any where there is none. */
  readonly hookToken?: string | undefined
  /** Of what was sent; without one, only what ends a reader's subscription is taken. */
  readonly ledger?: SettlingStore['ledger'] | undefined
  /** Where links of emails lead that are counted; none are where there is nothing of the kind. */
  readonly links?: Pick<LinkCounts, 'address' | 'add'> | undefined
  /** What answers under `/api`. It sees to its own authority, limits and sizes. */
  readonly api?: Hono<ServeEnv> | undefined
}

/** What the routes share. */
export interface Serving extends ServeOptions {
  readonly place: Place
  readonly addresses: ReaderAddresses
  /** The form's buckets. */
  readonly byClient: Buckets
  readonly byAll: Buckets
  readonly letterCount: LetterCount
}

/** What the routes share, from what the server is made of. */
export function servingOf(options: ServeOptions): Serving {
  const { publication, url, secret, mark, limits } = options
  const words = serveWordsIn(publication.lang)
  const rates = { ...defaultLimits, ...limits }
  return {
    ...options,
    place: {
      publication,
      words,
      common: wordsIn(publication.lang),
      dir: directionOf(words.lang),
      mark,
      prefix: prefixOf(url),
    },
    addresses: readerAddresses(url, secret),
    byClient: buckets(rates.perClient),
    byAll: buckets(rates.inAll, 1),
    letterCount: letterCount(rates.perMailbox),
  }
}

/** The path of the server's own address; empty where it has a host to itself. */
export const prefixOf = (url: string): string => new URL(url).pathname.replace(/\/+$/, '')
