import type { ElementContent } from 'hast'

/**
 * The page that an id is on. No template knows it: what stands here until the document was printed once is as wide as
 * the number of a long article's page.
 *
 * @param id as it stands in the document; a link has to lead to it
 */
export const pageOf = (id: string): ElementContent => (
  <span className="page-number" dataPageOf={id}>
    000
  </span>
)
