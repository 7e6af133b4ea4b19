import type { EmailParts } from '../../../../pipeline/render/email/parts.js'

/** The parts of a small email, the way out its reader's own. */
export const someParts: EmailParts = {
  version: 1,
  subject: ['Tides for ', { name: 'first_name', default: 'you', context: 'header' }],
  headers: [
    { name: 'From', value: ['"Slack Water" <letters@example.org>'] },
    { name: 'Content-Language', value: ['en-GB'] },
    { name: 'List-Id', value: ['"Slack Water" <slackwater.example.org>'] },
    { name: 'List-Unsubscribe', value: ['<', { name: 'unsubscribe_url', context: 'address' }, '>'] },
    { name: 'List-Unsubscribe-Post', value: ['List-Unsubscribe=One-Click'] },
  ],
  text: ['Dear ', { name: 'name', context: 'text' }, ',\n\nhigh water.\n'],
  html: [
    '<p>Dear ',
    { name: 'name', context: 'html' },
    ', <a href="',
    { name: 'unsubscribe_url', context: 'href' },
    '">leave</a></p>\n',
  ],
  images: [],
}

/** What differs from message to message, for a reader in Norfolk. */
export const someParticulars = {
  to: { email: 'asa@example.org', name: 'Åsa' },
  values: { name: 'Åsa', unsubscribe_url: 'https://letters.example.org/u/1.2s.7.0123456789' },
  messageId: '<1.7@slackwater.example.org>',
  date: new Date(Date.UTC(2026, 2, 20, 8, 30)),
}
