import { allBraces, bracesPrinted, defaultIn, inAttribute, withoutEnds } from './braces.js'
import { fieldsOf, type Service } from './service.js'

/** Fields that are addresses: they are whole, and encoding them would break them. */
const addresses = new Set(['unsubscribe_url', 'email_url'])

/**
 * Buttondown, whose language is Django's (https://docs.buttondown.com/using-templating): a reader's own fields are
 * `subscriber.metadata.<name>`, and names with a hyphen cannot be written
 * (https://docs.buttondown.com/advanced-features/metadata). The names of the rest are from
 * https://github.com/buttondown/docs/blob/main/pages/odds-and-ends/template-variables.mdx. A default is not escaped by
 * Django, a backslash in it escapes a quote. It has no variable for the postal address that could be found: ours stands.
 */
export const buttondown: Service = {
  title: 'Buttondown',
  fieldOf: fieldsOf(
    {
      first_name: 'subscriber.metadata.first_name',
      last_name: 'subscriber.metadata.last_name',
      email: 'subscriber.email',
      unsubscribe_url: 'unsubscribe_url',
      view_url: 'email_url',
    },
    name =>
      /^[a-z]\w*\.[\w.]+$/i.test(name)
        ? name
        : /^[a-z]\w*$/i.test(name)
          ? `subscriber.metadata.${name}`
          : undefined,
  ),
  tag({ field, default: fallback, context }) {
    const encoded = context === 'url' && !addresses.has(field)
    // The filter encodes the default with the value.
    const otherwise =
      fallback === undefined ? '' : withoutEnds(encoded ? fallback : defaultIn(context, fallback))
    const quote = inAttribute(context) ? "'" : '"'
    const quoted = quote + otherwise.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`) + quote
    return `{{ ${field}${otherwise === '' ? '' : `|default:${quoted}`}${encoded ? '|urlencode' : ''} }}`
  },
  reserved: allBraces,
  literal: bracesPrinted,
  footer: 'ours',
  paste: 'tags',
}
