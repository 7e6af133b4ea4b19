import { defaultIn } from './braces.js'
import { fieldsOf, type Service } from './service.js'

/**
 * Mailchimp: `*|FNAME|*`, with `*|IF:FNAME|*` around it where there is a default.
 *
 * `*|UNSUB|*` in a link and the footer that Mailchimp asks for are from
 * https://mailchimp.com/help/about-campaign-footers/ and http://kb.mailchimp.com/tag/unsubscribe. `*|IF:...|*`,
 * `*|ELSE:|*`, `*|ARCHIVE|*` and `*|LIST:ADDRESSLINE|*` are in many published campaigns; Mailchimp's own list of them
 * (https://mailchimp.com/help/all-the-merge-tags-cheat-sheet/) could not be read, nor whether it escapes values. A field's
 * name has at most ten characters there. There is no way to print `*|` in a plain text: a space parts the two.
 */
export const mailchimp: Service = {
  title: 'Mailchimp',
  fieldOf: fieldsOf(
    {
      first_name: 'FNAME',
      last_name: 'LNAME',
      email: 'EMAIL',
      unsubscribe_url: 'UNSUB',
      view_url: 'ARCHIVE',
      postal_address: 'LIST:ADDRESSLINE',
    },
    name => (/^\w{1,10}$/.test(name) ? name.toUpperCase() : undefined),
  ),
  tag({ field, default: fallback, context }) {
    const own = `*|${field}|*`
    const otherwise = fallback === undefined ? '' : literal(defaultIn(context, fallback))
    return otherwise === '' ? own : `*|IF:${field}|*${own}*|ELSE:|*${otherwise}*|END:IF|*`
  },
  reserved: /[{}]|\*(?=\|)|(?<=\*)\||\|(?=\*)|(?<=\|)\*/g,
  literal: words => literal(words),
  footer: 'ours',
  zip: true,
}

const literal = (words: string) => words.replace(/\*(?=\|)|\|(?=\*)/g, '$& ')
