/** A mail server, or a mailbox on one. */
export interface MailServer {
  readonly host: string
  readonly port: number
  /** `implicit`: from the first byte; `starttls`: asked for, and nothing is said without it; `none`: on this machine alone. */
  readonly tls: 'implicit' | 'starttls' | 'none'
  readonly user?: string
  /** A file that holds the password and nothing else, absolute. The environment goes before it. */
  readonly passwordFile?: string
}

/** How fast messages go out. */
export interface Pace {
  /** Connections at a time. */
  readonly connections: number
  /** Messages a second over all of them; undefined where there is no bound. */
  readonly perSecond?: number
  /** Messages a second to one domain. */
  readonly perDomain?: number
  /** Messages before a connection is closed and opened anew. */
  readonly perConnection: number
}

/** Who signs (RFC 6376). */
export interface DkimSettings {
  readonly domain: string
  readonly selector: string
  /** A file with the private key in PEM, absolute. The environment goes before it. */
  readonly keyFile?: string
}

/** What the config says of sending. */
export interface SendingSettings {
  /** Where `trifold readers serve` answers for everybody, without a slash at its end. */
  readonly url?: string
  /** Where the list and the ledger stand, absolute. */
  readonly folder: string
  readonly replyTo?: string
  /** Where bounces go; each message has its own, with a sign after a plus (VERP). */
  readonly bounces?: string
  readonly smtp?: MailServer
  /** A folder that messages are written to as files, absolute: instead of a mail server. */
  readonly outbox?: string
  readonly pace: Pace
  readonly dkim?: DkimSettings
  /** Where bounces are fetched from by IMAP. */
  readonly mailbox?: MailServer & { readonly folder: string }
  /** Whether links lead over the public server, which counts them: all readers together, nobody by name. */
  readonly countLinks: boolean
}
