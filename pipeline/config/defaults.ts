import { defaultTokens } from '../../templates/tokens.js'
import { formats } from '../article.js'

/** What stands for every key that a config leaves out. */
export const defaults = {
  name: 'Newsletter',
  lang: 'en',
  formats,
  content: 'content',
  output: 'dist',
  singleDollar: false,
  sending: {
    folder: 'readers',
    /** Enough for some 100 messages a second where the server answers in 50 ms, and few enough for every service. */
    pace: { connections: 5, perConnection: 100 },
    mailbox: { folder: 'INBOX' },
    ports: {
      smtp: { implicit: 465, starttls: 587, none: 25 },
      imap: { implicit: 993, starttls: 143, none: 143 },
    },
    countLinks: false,
  },
  tokens: defaultTokens,
} as const
