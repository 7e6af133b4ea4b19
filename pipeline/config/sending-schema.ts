import { z } from 'zod'
import type { Transporter } from '../send/transporter.js'
import { isMailbox, isPage } from './addresses.js'

const host = z
  .string()
  .regex(/^[^\s/@:]+$|^[\da-f:]+$/i, { error: 'expected the name of a host, smtp.example.org say' })
const port = z.number().int().min(1).max(65_535)
const tls = z.enum(['implicit', 'starttls', 'none'])

const server = {
  host: host.describe('The name of the server.'),
  port: port.describe('Its port.').optional(),
  tls: tls
    .describe(
      'How what is said is kept from others: implicit, from the first byte; starttls; or none, for a server on this machine alone.',
    )
    .optional(),
  user: z.string().min(1).describe('Who signs in. The environment goes before it.').optional(),
  passwordFile: z
    .string()
    .min(1)
    .describe(
      'A file that holds the password and nothing else, seen from this file. The environment goes before it.',
    )
    .optional(),
}

const address = z.string().refine(isMailbox, { error: 'expected an email address' })

/** What sending needs besides the email. */
export const sendingSchema = z.strictObject({
  url: z
    .string()
    .refine(isPage, { error: 'expected an address such as https://letters.example.org' })
    .transform(written => written.replace(/\/+$/, ''))
    .describe('Where `trifold readers serve` answers for everybody: links to unsubscribe lead there.')
    .optional(),
  folder: z
    .string()
    .min(1)
    .describe('The folder of the list of readers and of the ledger of what was sent, seen from this file.')
    .optional(),
  replyTo: address.describe('Where answers go, where that is not whom the email is from.').optional(),
  bounces: address
    .describe(
      'The mailbox that what cannot be delivered comes back to; each message has its own sign in it, after a plus.',
    )
    .optional(),
  smtp: z.strictObject(server).describe('The mail server that takes the messages.').optional(),
  outbox: z
    .string()
    .min(1)
    .describe(
      'A folder that messages are written to as files, instead of a mail server; seen from this file.',
    )
    .optional(),
  pace: z
    .strictObject({
      connections: z.number().int().min(1).max(100).describe('Connections at a time.').optional(),
      perSecond: z.number().positive().describe('Messages a second in all.').optional(),
      perDomain: z
        .number()
        .positive()
        .describe('Messages a second to the mailboxes of one domain.')
        .optional(),
      perConnection: z
        .number()
        .int()
        .min(1)
        .describe('Messages before a connection is closed and another opened.')
        .optional(),
    })
    .describe('How fast messages go out.')
    .optional(),
  dkim: z
    .strictObject({
      domain: host.describe('The domain that signs: that of the sender.'),
      selector: z
        .string()
        .regex(/^[\w.-]+$/, { error: 'expected a selector: letters, digits and hyphens' })
        .describe('The name of the key below _domainkey in DNS.'),
      keyFile: z
        .string()
        .min(1)
        .describe('The private key as PEM, seen from this file. The environment goes before it.')
        .optional(),
    })
    .describe('The signature that shows whose mail it is (DKIM).')
    .optional(),
  mailbox: z
    .strictObject({ ...server, folder: z.string().min(1).describe('The folder in it.').optional() })
    .describe('The mailbox of bounces, read by IMAP.')
    .optional(),
  countLinks: z
    .boolean()
    .describe(
      'Whether it is counted how often each link is followed, by all readers together. Off by default.',
    )
    .optional(),
})

/** The same in a config in code, which may bring a transporter. */
export const sendingInCodeSchema = sendingSchema.extend({
  transport: z
    .custom<Transporter>(
      value =>
        typeof value === 'object' &&
        value !== null &&
        'sendMail' in value &&
        typeof value.sendMail === 'function',
      { error: "expected a transporter, what nodemailer's createTransport gives" },
    )
    .describe('What takes the messages, instead of a mail server: a transporter of nodemailer.')
    .optional(),
})
