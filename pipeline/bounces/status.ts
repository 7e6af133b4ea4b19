/** A status of RFC 3463 (class, subject, detail) where it stands alone: no address of the network, no version. */
const written = /(?<![\d.])#?([245]\.\d{1,3}\.\d{1,3})(?!\.?\d)/

/** The first status that a text names. */
export const statusIn = (text: string): string | undefined => written.exec(text)?.[1]

/**
 * Those that say that the mailbox is not there (RFC 3463, 3.2 and 3.3; the registry of RFC 5248). Not 5.1.7 and 5.1.8,
 * which are about the sender's address; not 5.2.2, a mailbox that is full; not 5.7, a policy against the sender.
 */
const gone = new Set([
  '5.1.1', // no such mailbox
  '5.1.2', // no such domain
  '5.1.3', // no address at all
  '5.1.4', // more than one has it
  '5.1.6', // has moved, nobody knows where
  '5.1.10', // the domain takes no mail (RFC 7505)
  '5.2.1', // switched off
])

/** Those that say no more than that it failed: what the server wrote beside it says more. */
const vague = /^5\.(?:0\.\d+|1\.0|[2-7]\.0)$/

/** How servers say in words that there is no such mailbox. */
const goneInWords =
  /user (?:is )?unknown|unknown (?:user|recipient|mailbox|address)|no such (?:user|recipient|mailbox|address|person)|(?:mailbox|user|recipient|address|account)(?: you tried to reach)? (?:was |is )?(?:not found|does ?n[o'’]t exist|does not exist|no longer (?:exists|valid|available)|disabled|invalid)|(?:user|this user) (?:doesn['’]t|does not) have an? |recipnotfound|recipient ?not ?found|no mailbox here|invalid (?:recipient|mailbox)|account (?:has been |is )?(?:disabled|closed|deleted)/i

/** What tells that the words above are about something else: the sender, a full mailbox, a policy. */
const otherwiseInWords =
  /quota|mailbox (?:is )?full|over ?limit|blocked|blacklist|spam|policy|reputation|rate|greylist|try again|temporar|sender/i

/** The code of a reply that says that a mailbox is not to be had (RFC 5321, 4.2.3): 550, 551, 553, and 554 as some write it. */
const refusal = /(?<!\d)55[0134](?!\d)/

/**
 * Whether a delivery that failed shows that the mailbox is not there. Anything that is not certain does not.
 *
 * @param status as the notice has it
 * @param words what the other server said
 */
export function isGone(status: string | undefined, words: string): boolean {
  const told = status === undefined || vague.test(status) ? statusIn(words) : undefined
  const certain = told?.startsWith('5.') && !vague.test(told) ? told : status
  if (certain !== undefined && !vague.test(certain)) return gone.has(certain)
  const permanent = certain !== undefined || refusal.test(words)
  return permanent && goneInWords.test(words) && !otherwiseInWords.test(words)
}

/**
 * Whether a server refuses who sends it, whomever it is for: by policy (RFC 3463, 3.8), or for the sender's own address
 * (5.1.7, 5.1.8). It says nothing of the mailbox; were it counted, a publication that is blocked for a while would lose
 * every reader of a mail service.
 */
export const refusesSender = (words: string): boolean =>
  /^[45]\.(?:7\.\d+|1\.[78])$/.test(statusIn(words) ?? '')
