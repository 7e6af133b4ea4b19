import { toHtml } from 'hast-util-to-html'
import { expect, test } from 'vitest'
import { epubTemplate } from '../../../templates/epub/epub.js'
import { withApartWords } from '../../../templates/html/code-direction.js'
import { webTemplate } from '../../../templates/web/web.js'
import { openBrowser } from '../../support/browser.js'
import { issueOf, renderingOf } from '../../support/rendering.js'

const line = (text: string) => toHtml(withApartWords([{ type: 'text', value: text }]))

test.each([
  ['שלום = עולם + 1', '<span dir="ltr">שלום</span> = <span dir="ltr">עולם</span> + 1'],
  ['let مدّ_2 = جزر;', 'let <span dir="ltr">مدّ_2</span> = <span dir="ltr">جزر</span>;'],
  ['print שלום עולם!', 'print <span dir="ltr">שלום עולם</span>!'],
  ['const tide = 1', 'const tide = 1'],
])('names that are read from right to left stand apart: %s', (text, html) => {
  expect(line(text)).toBe(html)
})

test('tokens stand apart whole, in the book and on the web page', async () => {
  const issue = await issueOf('```js\nconst a = "שלום" + "עולם"\n```\n')
  const book = epubTemplate(renderingOf(issue, 'epub')).documents.flatMap(({ body }) => body)
  const page = webTemplate(renderingOf(issue, 'web'))
  for (const html of [book.map(node => toHtml(node)).join(''), toHtml(page)]) {
    expect(html.match(/<span class="code-string" dir="ltr">/g)).toHaveLength(2)
    expect(html).not.toContain('class="code-keyword" dir')
  }
})

test('what is left of an operator is shown left of it', async () => {
  const browser = await openBrowser()
  const page = await browser.newPage()
  const html = line('שלום = עולם').replaceAll(/(שלום|עולם)/g, '<b>$1</b>')
  await page.setContent(`<pre dir="ltr"><code>${html}</code></pre>`)
  const [left = 0, right = 0] = await page.evaluate(() =>
    [...document.querySelectorAll('b')].map(word => word.getBoundingClientRect().left),
  )
  await browser.close()
  expect(left).toBeLessThan(right)
})
