import type { Element } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import type { Browser } from 'puppeteer'
import { visit } from 'unist-util-visit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, openPage } from '../support/browser.js'
import { buildEmail } from '../support/built-email.js'
import { emailOutline } from './hostile/email-outline.js'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

const run = `console.log('ran')`

/** HTML that an article might hold, pasted or planted. */
const pieces: readonly [name: string, html: string][] = [
  ['a script', `<script>${run}</script><script src="https://evil.example/x.js"></script>`],
  [
    'handlers',
    `<p onclick="${run}" onmouseover=${run}>x</p><img src=x onerror="${run}"><body onload="${run}">`,
  ],
  [
    'a style sheet',
    `<style>@import url(https://evil.example/x.css); p{background:url(https://evil.example/x.png)}</style>`,
  ],
  [
    'styles that are malformed',
    `<p style="color:red;foo;:;;{}</style><script>${run}</script>">x</p><p style='background:url("https://evil.example/x.png'>y</p>`,
  ],
  [
    'styles that run',
    `<p style="behavior:url(x.htc);-moz-binding:url(https://evil.example/x);width:expression(${run})">x</p>`,
  ],
  [
    'comments',
    `<!--[if mso]><script>${run}</script><![endif]--><!--[if !mso]><!--><b>x</b><!--<![endif]--><!-- --!><script>${run}</script>`,
  ],
  ['a comment that never ends', `x <!-- <p>y</p>`],
  ['CDATA', `<![CDATA[<script>${run}</script>]]>`],
  [
    'SVG',
    `<svg onload="${run}"><script>${run}</script><foreignObject><img src=x onerror="${run}"></foreignObject><a xlink:href="javascript:${run}"><text>t</text></a></svg>`,
  ],
  [
    'MathML',
    `<math><mtext><style><img src=x onerror="${run}"></style></mtext><maction actiontype="statusline#javascript:${run}">x</maction></math>`,
  ],
  [
    'frames',
    `<iframe srcdoc="<script>${run}</script>"></iframe><object data="https://evil.example/x.swf"></object><embed src="https://evil.example/y.swf"><frameset><frame src="https://evil.example"></frameset>`,
  ],
  [
    'a form',
    `<form action="https://evil.example"><input autofocus onfocus="${run}"><button formaction="javascript:${run}">x</button></form><isindex>`,
  ],
  [
    'heads',
    `<meta http-equiv="refresh" content="0;url=https://evil.example"><base href="https://evil.example/"><link rel="stylesheet" href="https://evil.example/x.css"><title>x</title>`,
  ],
  [
    'media',
    `<video poster="https://evil.example/x.png" onerror="${run}"><source src="x" onerror="${run}"></video><audio src="https://evil.example/x.mp3" autoplay></audio><picture><source srcset="https://evil.example/x.png"><img src="https://evil.example/y.png" srcset="https://evil.example/z.png 2x" alt="p"></picture>`,
  ],
  [
    'a template',
    `<template><script>${run}</script></template><noscript><p title="</noscript><img src=x onerror=${run}>">x</p></noscript>`,
  ],
  [
    'text that is not parsed',
    `<textarea></textarea><script>${run}</script></textarea><xmp><script>${run}</script></xmp><noembed><script>${run}</script></noembed>`,
  ],
  ['text to the end', `<plaintext><script>${run}</script>`],
  [
    'elements in the wrong place',
    `<table><tr><td><table><caption><script>${run}</script></caption></table></td></tr><a><table><a href="https://example.org">x</a></table></a>`,
  ],
  [
    'mutations',
    `<svg></p><style><a id="</style><img src=1 onerror=${run}>"></svg><math><mi//xlink:href="data:x,<script>${run}</script>"></math>`,
  ],
  [
    'attributes that are broken',
    `<p title="a"b'c onclick=${run} "=">x</p><a href="https://example.org" / onclick="${run}" onclick="${run}">y</a><img alt='">' src=''onerror='${run}'>`,
  ],
  [
    'tracking',
    `<img src="https://evil.example/pixel.gif" width="1" height="1" alt=""><img src="//evil.example/p.gif" alt="q"><img src="http:evil.example/r.gif" alt="r"><table background="https://evil.example/b.png"><tr><td bgcolor=red>x</td></tr></table>`,
  ],
  [
    'elements that are made up',
    `<mj-include path="/etc/passwd"></mj-include><mj-raw><script>${run}</script></mj-raw><tf-button href="javascript:${run}">x</tf-button><x:y onload="${run}">z</x:y><p is="x-y">p</p>`,
  ],
  [
    'ids and classes',
    `<p id="x&quot; onclick=&quot;${run}" class="sheet ground" style="display:none">x</p><a name="y" href="#x">z</a>`,
  ],
  [
    'layers',
    `<div style="position:fixed;inset:0;background:red"><a href="https://evil.example" style="position:fixed;inset:0">x</a></div><dialog open>y</dialog><marquee onstart="${run}">z</marquee>`,
  ],
]

const unsafe =
  /^(?:script|iframe|frame|frameset|object|embed|form|input|textarea|base|link|svg|math|video|audio|source|template|noscript|plaintext|xmp|noembed|dialog|marquee|mj-.*|tf-.*|isindex|select|picture)$/
const frame = new Set(
  emailOutline((await buildEmail('---\ntitle: T\n---\n\nWords.\n')).html).filter(line =>
    /<!--|style /.test(line),
  ),
)

describe.each(pieces)('%s', (_, html) => {
  test('runs nothing, asks for nothing, and leaves the frame of the email as it is', async () => {
    const made = await buildEmail(`---\ntitle: T\n---\n\nBefore.\n\n${html}\n\nAfter.\n`)
    const faults: string[] = []
    visit(fromHtml(made.html), 'element', (node: Element) => {
      if (unsafe.test(node.tagName)) faults.push(node.tagName)
      for (const [name, value] of Object.entries(node.properties)) {
        if (
          /^on|srcset|srcdoc|^is$|background$|action/i.test(name) ||
          /javascript:/i.test(String(value)) ||
          (name !== 'href' && String(value).includes('evil.example'))
        )
          faults.push(`${node.tagName} ${name}=${value}`)
        if (
          name === 'style' &&
          /position|url\(|expression|behavior|display:none(?!;max-height)/.test(String(value))
        )
          faults.push(`${node.tagName} ${value}`)
      }
    })
    expect(faults).toEqual([])
    expect(emailOutline(made.html).filter(line => line.includes('<!--') && !frame.has(line))).toEqual([])
    const address = 'https://mail.example/'
    const { page, asked, said } = await openPage(browser, address, url =>
      url === address ? { bytes: Buffer.from(made.html), type: 'text/html; charset=utf-8' } : undefined,
    )
    const placed = await page.evaluate(() => ({ at: location.href, base: document.baseURI }))
    await page.close()
    expect({ asked, said, ...placed }).toEqual({ asked: [], said: [], at: address, base: address })
    expect(made.text).toContain('Before.')
  })
})
