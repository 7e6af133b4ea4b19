import type { Context } from '../../../bind/email/pieces.js'
import { allBraces, bracesPrinted, defaultIn, inAttribute, withoutEnds } from './braces.js'
import { fieldsOf, type Service } from './service.js'

/**
 * Kit, formerly ConvertKit, whose language is Liquid (https://developers.kit.com/plugins/content-blocks/dynamic-blocks/liquid-templates).
 * `{{ unsubscribe_url }}` is from
 * https://intercom.help/convertkit/en/articles/2810454-custom-html-email-templates-faqs-troubleshooting; the names of a
 * subscriber's fields are from https://draftship.io/guides/use-draftship-with-convertkit, which is not Kit's own. `{{ address }}`
 * is what its templates are known to ask for; Kit's page that says so could not be read. A page to view an email on has no
 * name that could be found: the publication's own stands.
 */
export const kit: Service = {
  title: 'Kit',
  fieldOf: fieldsOf(
    {
      first_name: 'subscriber.first_name',
      last_name: 'subscriber.last_name',
      email: 'subscriber.email_address',
      unsubscribe_url: 'unsubscribe_url',
      postal_address: 'address',
    },
    name =>
      /^[a-z]\w*\.[\w.]+$/i.test(name) ? name : /^[a-z]\w*$/i.test(name) ? `subscriber.${name}` : undefined,
  ),
  tag({ field, default: fallback, context }) {
    const encoded = context === 'url' && field !== 'unsubscribe_url'
    const otherwise =
      fallback === undefined ? '' : withoutEnds(encoded ? fallback : defaultIn(context, fallback))
    const filters = [
      ...(otherwise === '' ? [] : [` | default: ${quoted(otherwise, context)}`]),
      ...(encoded ? [' | url_encode'] : []),
    ]
    return `{{ ${field}${filters.join('')} }}`
  },
  reserved: allBraces,
  literal: bracesPrinted,
  footer: 'ours',
  paste: 'tags',
}

/** Liquid's strings know no escapes: a value is set in the quotes that it does not hold. */
const quoted = (value: string, context: Context) =>
  inAttribute(context) || value.includes('"') ? `'${value.replaceAll("'", '’')}'` : `"${value}"`
