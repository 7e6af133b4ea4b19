import { allBraces, defaultIn, inAttribute } from './braces.js'
import { fieldsOf, type Service } from './service.js'

/** What Ghost knows of a member (EmailRenderer.js in https://github.com/TryGhost/Ghost, `buildReplacementDefinitions`). */
const fields: ReadonlySet<string> = new Set([
  ...(['first_name', 'name', 'email', 'uuid', 'status', 'created_at', 'unsubscribe_url'] as const),
])

/**
 * Ghost: `{first_name, "friend"}`, which its email cards fill and nothing else of a post
 * (packages/kg-default-nodes/lib/nodes/email/email-renderer.js in https://github.com/TryGhost/Koenig; listed at
 * https://www.magicpages.co/email-personalization-in-ghost). What is pasted into a post has the default. Ghost adds the way
 * out, the page to view it on and the sender's address by itself.
 */
export const ghost: Service = {
  title: 'Ghost',
  fieldOf: fieldsOf({ first_name: 'first_name', email: 'email', unsubscribe_url: 'unsubscribe_url' }, name =>
    fields.has(name) ? name : undefined,
  ),
  tag({ field, default: fallback, context }) {
    const otherwise = fallback === undefined ? '' : defaultIn(context, fallback.replace(/["{}]/g, ''))
    const quote = inAttribute(context) ? '&quot;' : '"'
    return otherwise === '' ? `{${field}}` : `{${field}, ${quote}${otherwise}${quote}}`
  },
  reserved: allBraces,
  literal: words => words.replace(/\{(?=\w+(?:,? *"[^"]*")?\})/g, '{ '),
  footer: 'theirs',
  paste: 'defaults',
}
