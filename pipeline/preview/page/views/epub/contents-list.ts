import type { ContentsEntry } from 'foliate-js/epub.js'
import { h } from '../../dom.js'

/** A book's contents, nested as the book has them. */
export const contentsList = (
  entries: readonly ContentsEntry[],
  go: (href: string) => void,
): HTMLOListElement =>
  h(
    'ol',
    {},
    ...entries.map(({ label, href, subitems }) =>
      h(
        'li',
        {},
        h(
          'button',
          { type: 'button', 'data-href': href ?? undefined, onclick: () => href !== null && go(href) },
          label.trim(),
        ),
        subitems?.length ? contentsList(subitems, go) : undefined,
      ),
    ),
  )
