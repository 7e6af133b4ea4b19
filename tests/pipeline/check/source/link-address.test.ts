import { expect, test } from 'vitest'
import { articleOf } from '../../../support/article.js'
import { outline } from '../../../support/outline.js'
import { examplesOf } from './examples.js'

examplesOf(
  'link-address',
  [
    [
      '[a](http://)',
      '1:1 Unexpected address `http://` without a host, expected `https://example.org`; its text is kept',
    ],
    ['[a](https:///tables)', 'without a host'],
    ['[a](<https://exa mple.org>)', 'whose host is none'],
    ['[a](https:/example.org/b)', 'expected two slashes; it is set as `https://example.org/b`'],
    ['[a](www.example.org)', 'without a scheme, expected `https://www.example.org`, as which it is set'],
    ['[a](example.org/tables)', 'expected `https://example.org/tables`'],
    ['[a](mailto:)', 'without an email address'],
    ['[a](ishbel@example.org)', 'expected `mailto:ishbel@example.org`, as which it is set'],
    ['[a](mailto:ishbel)', 'without an email address'],
    ['[a](http://localhost:8080/draft)', 'leads to this machine or its network'],
    ['[a](http://192.168.1.4/)', 'leads to this machine'],
    ['[a](http://intranet/)', 'leads to this machine'],
    ['::button[A]{href="http://nas.local/"}', 'leads to this machine'],
  ],
  [
    '[a](https://example.org/) [b](mailto:a@example.org) [c](tel:+441632960000) [d](#d)',
    '[a](mailto:?subject=Tides) [b](mailto:a%40example.org)',
    'Open http://localhost:3000, or `http://localhost`, [http://localhost:3000/](http://localhost:3000/).',
    '[a](https://例え.jp/) [b](//example.org/) [c](https://93.184.216.34/)',
    '[a](retina@2x.png)',
    '[a](https://{{ name }}/) [b](more.html) [c](notes.md) [d](a/www.example.org)',
    '![a](http://localhost/a.png)',
  ],
)

test('an address that is surely meant is set', async () => {
  const { article } = await articleOf('[a](www.example.org/b), [c](https:/example.org), [d](http://)')
  expect(outline(article.tree)).toBe(
    'p\n  a href="https://www.example.org/b"\n    "a"\n  ", "\n  a href="https://example.org/"\n    "c"\n  ", d"\n',
  )
})
