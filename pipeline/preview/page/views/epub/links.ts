/** Follows a link out of a book into a window of its own, which knows nothing of this one; only to pages and addresses. */
export function followLink(event: Event): void {
  event.preventDefault()
  const { href } = (event as CustomEvent<{ href: string }>).detail
  if (/^(?:https?|mailto):/i.test(href)) open(href, '_blank', 'noopener,noreferrer')
}
