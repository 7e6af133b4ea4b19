import { expect, test } from 'vitest'
import { wordsIn } from '../../../../templates/words.js'
import { partsOf } from '../../../support/sample-parts.js'

const sending = (countLinks: boolean) => ({ sending: { url: 'https://letters.example.org', countLinks } })
const article = (lang = 'en') =>
  `---\ntitle: Tides\nlang: ${lang}\ndate: 2026-03-20\n---\n\n[High](https://a.example/)\n`
const textOf = (files: ReadonlyMap<string, Uint8Array>, path: string) =>
  Buffer.from(files.get(path) ?? '').toString()

test.each(['en', 'de', 'fr', 'es', 'ar', 'sv'])(
  'an email in %s says that its links are counted',
  async lang => {
    const { files } = await partsOf(article(lang), {}, sending(true))
    const { countsLinks } = wordsIn(lang)
    expect(JSON.parse(textOf(files, 'email.parts.json'))).toMatchObject({ countsLinks: true })
    for (const path of ['email.html', 'email.txt'])
      expect(textOf(files, path).replaceAll(/\s+/g, ' ')).toContain(countsLinks)
    // Links are those of the article until it is sent.
    expect(textOf(files, 'email.html')).toContain('href="https://a.example/"')
  },
)

test('an email is the same to the byte where they are not', async () => {
  const without = await partsOf(article())
  const { files } = await partsOf(article(), {}, sending(false))
  expect(textOf(files, 'email.parts.json')).not.toContain('countsLinks')
  expect(textOf(files, 'email.html')).not.toContain(wordsIn('en').countsLinks)
  expect([...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString()])).toEqual(
    [...without.files].map(([path, bytes]) => [path, Buffer.from(bytes).toString()]),
  )
})

test('the folder for a service does not say what that service does', async () => {
  const { files } = await partsOf(article(), { profile: 'buttondown' }, sending(true))
  for (const path of ['buttondown/email.html', 'buttondown/email.txt']) {
    expect(textOf(files, path)).toContain('https://a.example/')
    expect(textOf(files, path).replaceAll(/\s+/g, ' ')).not.toContain(wordsIn('en').countsLinks)
  }
})
