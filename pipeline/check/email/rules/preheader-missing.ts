import type { EmailRule } from '../checked-email.js'

/** An inbox has something to show after the subject. */
export const preheaderMissing: EmailRule = ({ issue: { meta } }) =>
  (meta.preheader ?? meta.standfirst) === undefined
    ? [
        {
          reason:
            'Unexpected email without a preheader, expected `preheader` or `description` in the front matter: inboxes show its first words after the subject',
        },
      ]
    : []
