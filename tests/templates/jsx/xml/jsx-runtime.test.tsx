/** @jsxImportSource #xml */
import { expect, it } from 'vitest'

it('makes xast elements, names and attributes with their prefixes', () => {
  expect(
    <dc:creator id="a" xml:lang={undefined}>
      {'Ada'} {null}
      {['& ', 'Bo']}
    </dc:creator>,
  ).toEqual({
    type: 'element',
    name: 'dc:creator',
    attributes: { id: 'a' },
    children: [
      { type: 'text', value: 'Ada' },
      { type: 'text', value: ' ' },
      { type: 'text', value: '& ' },
      { type: 'text', value: 'Bo' },
    ],
  })
})

it('puts what stands in a fragment among its parent’s children', () => {
  const both = (
    <>
      <item id="a" />
      <item id="b" />
    </>
  )
  expect(<manifest>{both}</manifest>).toEqual(
    <manifest>
      <item id="a" />
      <item id="b" />
    </manifest>,
  )
})
