import { mergeToken } from '../../../../templates/merge-token.js'
import type { EditionLinks, Rendering } from '../../../../templates/rendering.js'
import type { ServiceForm } from './form.js'

/**
 * The rendering with the footer as a service wants it: its own way out, address and page to view the email on, where it
 * has a tag for them, and none of the three where it adds them by itself. Whether it counts links is for it to say.
 */
export function withFooterOf({ service, fields }: ServiceForm, given: Rendering): Rendering {
  const { email } = given.publication
  const publication = { ...given.publication, email: without(email, 'countsLinks') }
  const rendering = { ...given, publication }
  const { links } = rendering
  const known = (name: string) => service.fieldOf(fields[name] ?? name) !== undefined
  if (service.footer === 'theirs') {
    return {
      ...rendering,
      publication: without(publication, 'address'),
      links: without(without(links, 'unsubscribe'), 'web'),
    }
  }
  const page = mergeToken({ name: 'view_url', use: 'target' })
  const ways: EditionLinks = {
    ...links,
    ...(known('view_url') ? { web: page } : {}),
    unsubscribe: mergeToken({ name: 'unsubscribe_url', use: 'target' }),
  }
  if (!known('postal_address')) return { ...rendering, links: ways }
  const address = mergeToken({ name: 'postal_address', use: 'words' })
  return { ...rendering, publication: { ...publication, address }, links: ways }
}

function without<Given extends object, Key extends keyof Given>(given: Given, key: Key): Omit<Given, Key> {
  const { [key]: _, ...rest } = given
  return rest
}
