import type { Rendering } from '../rendering.js'

/** Which issue this is: the newsletter's name, and its number where it has one. */
export const issueName = ({ publication, issue }: Rendering): string =>
  [publication.name, issue.number].filter(Boolean).join(' ')
