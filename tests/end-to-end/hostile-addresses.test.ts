import type { Element } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import type { Browser } from 'puppeteer'
import { visit } from 'unist-util-visit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, openPage } from '../support/browser.js'
import { buildEmail } from '../support/built-email.js'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

const script = `console.log('ran')`

/** Addresses that a client might run, or fetch from where it should not. */
const addresses = [
  `javascript:${script}`,
  `JaVa\tScript:${script}`,
  `java\nscript:${script}`,
  ` \u0001javascript:${script}`,
  `\u00a0javascript:${script}`,
  `javascript&colon;${script}`,
  `&#106;avascript:${script}`,
  `&#x6A&#x61&#x76&#x61script:${script}`,
  `javascript%3a${script}`,
  `\ufeffjavascript:${script}`,
  `java\u00adscript:${script}`,
  `vbscript:msgbox(1)`,
  `livescript:${script}`,
  `view-source:javascript:${script}`,
  `data:text/html,<script>${script}</script>`,
  `DATA:text/html;base64,PHNjcmlwdD5jb25zb2xlLmxvZygxKTwvc2NyaXB0Pg==`,
  `data:image/svg+xml,<svg onload="${script}"/>`,
  'file:///etc/passwd',
  '\\\\\\\\server\\\\share',
  'ftp://example.org/x',
  'blob:https://example.org/1',
  'about:blank',
  'mhtml:http://example.org/x',
  'ms-word:ofe|u|https://example.org/x.docx',
  'cid:picture@images.trifold',
]

const attribute = (address: string) => address.replace(/["<>]/g, sign => `&#${sign.charCodeAt(0)};`)
const yaml = (value: string) => JSON.stringify(value.trim())

/** An article that leads to the address from everywhere. */
const bodyWith = (address: string) => `
[a link](<${address.replace(/[\n<>]/g, sign => (sign === '\n' ? '' : `\\${sign}`))}>) and ![a picture](<${address.replace(/[\n<>]/g, sign => (sign === '\n' ? '' : `\\${sign}`))}>)

[reference]

[reference]: <${address.replace(/[\n<>]/g, sign => (sign === '\n' ? '' : `\\${sign}`))}>

::button[a button]{href="${attribute(address)}"}

::embed{url="${attribute(address)}" title="an embed" image="${attribute(address)}"}

::embed{url="https://example.org/v" title="another" image="${attribute(address)}"}

<a href="${attribute(address)}">HTML</a> <img src="${attribute(address)}" alt="HTML"> <a href="https://example.org"><img src="${attribute(address)}" alt="linked"></a>

<blockquote cite="${attribute(address)}"><p>Words.</p></blockquote>

<iframe src="${attribute(address)}" title="frame"></iframe>

<video src="${attribute(address)}" poster="${attribute(address)}"></video>
`

/** Addresses of an email that lead out of the example, and elements and attributes that run or fetch by themselves. */
function unsafeIn(html: string): string[] {
  const found: string[] = []
  visit(fromHtml(html), 'element', (node: Element) => {
    for (const name of ['href', 'src', 'background', 'action', 'cite', 'srcSet', 'poster', 'formAction'])
      if (node.properties[name] !== undefined) found.push(String(node.properties[name]))
    if (/^(?:script|iframe|object|embed|form|base|link|svg|video|math)$/.test(node.tagName))
      found.push(node.tagName)
    for (const name of Object.keys(node.properties)) if (/^on/i.test(name)) found.push(name)
  })
  return found.filter(each => !/^(?:https:\/\/example\.(?:org|com)\b|#|mailto:)/.test(each))
}

/** What a browser asked for, and what scripts said, when a reader opened an email and clicked on one link after the other. */
async function clicked(html: string) {
  const address = 'https://mail.example/'
  const { page, asked, said } = await openPage(browser, address, url =>
    url === address ? { bytes: Buffer.from(html), type: 'text/html; charset=utf-8' } : undefined,
  )
  await page.evaluate(() => {
    for (const link of document.querySelectorAll('a')) {
      link.addEventListener('click', event => {
        if (/^https:\/\/example\.org/.test(link.href)) event.preventDefault()
      })
      link.click()
    }
  })
  await page.close()
  return { asked, said }
}

describe.each(addresses)('%j', address => {
  test('leads nowhere from an article', async () => {
    const made = await buildEmail(
      `---\ntitle: T\ncanonical_url: https://example.org/t/\n---\n${bodyWith(address)}`,
      {
        config: { url: 'https://example.org' },
      },
    )
    expect(unsafeIn(made.html)).toEqual([])
    // An image outside stops the build.
    if (made.html === '') expect(made.messages.join()).toMatch(/image-outside/)
    else {
      for (const words of ['a link', 'a button', 'an embed']) expect(made.text).toContain(words)
      expect(await clicked(made.html)).toEqual({ asked: [], said: [] })
    }
    expect(made.text).not.toMatch(/(?:^| )(?:java|vb|live)script:|^data:|\bfile:|\bcid:/im)
  })

  test('leads nowhere from the front matter', async () => {
    const keys = [
      `source: { name: S, url: ${yaml(address)} }`,
      `source: { name: S, logo: ${yaml(address)} }`,
      `authors: [{ name: A, url: ${yaml(address)} }]`,
      `canonical_url: ${yaml(address)}`,
      `cover: ${yaml(address)}`,
    ]
    for (const key of keys) {
      const made = await buildEmail(`---\ntitle: T\n${key}\n---\n\nWords, and [more](more.html).\n`, {
        config: { url: 'https://example.org' },
      })
      // A value that is no address at all stops the build.
      if (made.html === '') expect(made.messages.join()).toMatch(/front-matter-value|image-outside/)
      expect(unsafeIn(made.html), key).toEqual([])
    }
  })

  test('is refused by the config', async () => {
    const article = '---\ntitle: T\n---\n\nWords.\n'
    await expect(buildEmail(article, { config: { url: address } })).rejects.toThrow(/url: expected/)
    await expect(buildEmail(article, { config: { email: { unsubscribe: address } } })).rejects.toThrow(
      /unsubscribe: expected/,
    )
  })
})
