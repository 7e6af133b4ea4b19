/** @jsxImportSource #xml */

// The compiler is the test: were one of these accepted, the line above it would be an error.
export const refused = [
  // @ts-expect-error: no such element
  <manifst />,
  // @ts-expect-error: no such attribute
  <item hreff="a" />,
  // @ts-expect-error: a value is text
  <itemref idref={1} />,
]
