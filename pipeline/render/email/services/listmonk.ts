import { allBraces, inAttribute } from './braces.js'
import { type Asked, fieldsOf, type Service } from './service.js'

/** Functions that listmonk finds by looking for their name alone between braces; nothing may stand beside it. */
const functions = new Set(['UnsubscribeURL', 'MessageURL'])

/**
 * listmonk, whose language is Go's (https://listmonk.app/docs/templating). Both the body and the plain text of a campaign
 * go through Go's html/template (models/models.go in https://github.com/knadh/listmonk), which escapes each value for its
 * place, drops every comment, Outlook's conditional ones with them, and would read a plain `<` as markup: `Safe` keeps all
 * three as they are. It knows no postal address: ours stands.
 */
export const listmonk: Service = {
  title: 'listmonk',
  fieldOf: fieldsOf(
    {
      first_name: '.Subscriber.FirstName',
      last_name: '.Subscriber.LastName',
      email: '.Subscriber.Email',
      unsubscribe_url: 'UnsubscribeURL',
      view_url: 'MessageURL',
    },
    name => {
      if (/^\.\w[\w.]*$/.test(name)) return name
      return /^[a-z_]\w*$/i.test(name)
        ? `.Subscriber.Attribs.${name}`
        : `(index .Subscriber.Attribs ${goString(name)})`
    },
  ),
  tag: asked => (functions.has(asked.field) ? `{{ ${asked.field} }}` : `{{ ${valueWith(asked)} }}`),
  reserved: allBraces,
  literal: words =>
    words.replace(/\{+(?=$)|\{{2,}|</g, found =>
      found === '<' ? '{{ Safe "<" }}' : `{{ ${goString(found)} }}`,
    ),
  html: markup => markup.replace(/<!--.*?-->/gs, comment => `{{ Safe ${goString(comment)} }}`),
  footer: 'ours',
}

/**
 * A missing attribute prints `<no value>`; `or` gives the default for what is missing and for what is empty. In plain text
 * the value is not to be escaped as HTML, and `Safe` takes a string only; in an address it is encoded in either.
 */
function valueWith({ field, default: fallback = '', context }: Asked): string {
  const quoted = inAttribute(context) ? `\`${fallback.replaceAll('`', "'")}\`` : goString(fallback)
  const value = `or ${field} ${quoted}`
  if (context === 'url') return `${value} | urlquery`
  return context === 'text' || context === 'address' ? `${value} | printf "%v" | Safe` : value
}

/** A string of Go: JSON's escapes are Go's as well (The Go Programming Language Specification, "String literals"). */
const goString = (value: string) => JSON.stringify(value)
