/** @jsxImportSource #xml */
import type { Element } from 'xast'

/**
 * A property of the book or, with `refines`, of one of its metadata elements (EPUB 3.3, 5.5.3.2).
 *
 * @param on `id`: of the property itself; `refines`: the id of what it is about; `scheme`: the list its value is from.
 */
export function property(
  name: string,
  value: string,
  on: { id?: string; refines?: string | undefined; scheme?: string } = {},
): Element {
  const refines = on.refines ? `#${on.refines}` : undefined
  return (
    // biome-ignore lint/correctness/noVoidElementsWithChildren: a package document's `meta` is not HTML's
    <meta property={name} id={on.id} refines={refines} scheme={on.scheme}>
      {value}
    </meta>
  )
}
