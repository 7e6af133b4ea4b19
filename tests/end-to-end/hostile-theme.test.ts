import { describe, expect, test } from 'vitest'
import type { ConfigInput } from '../../pipeline/config/schema.js'
import { buildEmail } from '../support/built-email.js'
import { emailOutline } from './hostile/email-outline.js'

const article =
  '---\ntitle: T\n---\n\nWords, `code`, [a link](https://example.org).\n\n## H\n\n::button[B]{href="https://example.org"}\n'
const build = (theme: NonNullable<ConfigInput['theme']>) => buildEmail(article, { config: { theme } })

const values = [
  'red',
  '#fff',
  '#12345g',
  '#123456;background:url(https://evil.example/x)',
  '#123456"onload="x',
  '#123456\n',
  'url(javascript:x)',
  '</style><script>console.log(1)</script>',
  'expression(alert(1))',
]
const families = [
  "'Georgia",
  'Georgia"',
  '"a\' , b',
  "Georgia', 'x",
  'Georgia; color: red',
  'Georgia}</style>',
  'url(x)',
  'a\\27',
  'a,,b',
  ',a',
  '@import',
  "'a;b'",
]

describe('a theme that could end a style is refused', () => {
  test.each(values)('as a colour: %j', async value => {
    for (const theme of [
      { light: { accent: value } },
      { dark: { paper: value } },
      { light: { callout: { note: { bar: value } } } },
      { light: { code: { keyword: value } } },
    ])
      await expect(build(theme)).rejects.toThrow(/expected a colour as six hexadecimal digits/)
  })

  test.each(families)('as typefaces: %j', async value => {
    for (const face of ['body', 'heading', 'mono'] as const)
      await expect(build({ fonts: { [face]: { fallback: value } } })).rejects.toThrow(
        /expected names of typefaces/,
      )
    if (!/^"?[a-z]/i.test(value) || /[^\p{L}\p{N} ._-]/u.test(value))
      await expect(build({ fonts: { body: { family: value } } })).rejects.toThrow(
        /expected the name of a typeface/,
      )
  })

  test.each([Number.NaN, Number.POSITIVE_INFINITY, -1, 0, 1e9, '18px;x:y'])('as a size: %j', async value => {
    // The type forbids what a config in YAML may hold.
    await expect(build({ screen: { body: value as number } })).rejects.toThrow(/screen\.body/)
  })
})

test.each([
  'Georgia',
  'Georgia, serif',
  `"Gill Sans", 'Trebuchet MS', sans-serif`,
  '"Source Han Serif", 思源宋体, serif',
  "'A, B', C",
])('typefaces as CSS takes them stay: %s', async fallback => {
  const made = await build({ fonts: { body: { fallback } } })
  const usual = await build({})
  const withoutFaces = (html: string) =>
    emailOutline(html).map(line => line.replace(/(font-family:|font:[^;"]*?px )[^;]*?(?=;|"$|")/g, '$1'))
  expect(withoutFaces(made.html).length).toBe(withoutFaces(usual.html).length)
  const [first = ''] = fallback.split(',')
  expect(made.html.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&#x22;', '"')).toContain(
    first.replace(/^['"]|['"]$/g, ''),
  )
})
