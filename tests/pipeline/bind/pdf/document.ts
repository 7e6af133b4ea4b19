import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Root } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import type { PrintDocument, PrintMeta, PrintResource } from '../../../../pipeline/bind/pdf/bind.js'

const require = createRequire(import.meta.url)
const parser = unified().use(rehypeParse)

function font(path: string): PrintResource {
  return { bytes: readFileSync(require.resolve(path)), type: 'font/woff2' }
}

/** A grey square of one pixel. */
const png: PrintResource = {
  bytes: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
    'base64',
  ),
  type: 'image/png',
}

export const resources: ReadonlyMap<string, PrintResource> = new Map([
  ['/images/square.png', png],
  ['/fonts/regular.woff2', font('@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2')],
  ['/fonts/bold.woff2', font('@fontsource/source-serif-4/files/source-serif-4-latin-700-normal.woff2')],
  ['/fonts/italic.woff2', font('@fontsource/source-serif-4/files/source-serif-4-latin-400-italic.woff2')],
])

const styles = `
  @font-face { font-family: "Press Serif"; src: url(/fonts/regular.woff2); font-weight: 400 }
  @font-face { font-family: "Press Serif"; src: url(/fonts/bold.woff2); font-weight: 700 }
  @font-face { font-family: "Press Serif"; src: url(/fonts/italic.woff2); font-weight: 400; font-style: italic }
  @page { size: A4; margin: 30mm 25mm;
    @top-center { content: "Running head"; font: italic 8pt "Press Serif" }
    @bottom-center { content: counter(page) " / " counter(pages); font: 8pt "Press Serif" } }
  html { font: 11pt/1.4 "Press Serif" }
  hr { border: 0; border-top: 1pt solid #888 }
  table { border-collapse: separate; border-spacing: 0 }
  th, td { border-bottom: 1pt solid #888; background: #eee }
  blockquote { border-left: 2pt solid #888; padding-left: 1em }
`

/** Text long enough to go over a page. */
const filler = '<p>Bread is flour, water, salt and time, and of the four only the last is dear.</p>'.repeat(
  40,
)

/** Every structure that a print template makes. */
export const realisticBody = `
<header><h1>On the patience that a loaf of bread asks of the baker who is <em>in a hurry</em></h1>
  <p>By <strong>Ada Miller</strong></p></header>
<main>
<p>Flour waits.<sup><a id="ref-1" href="#note-1">1</a></sup> Water does<sup><a id="ref-2" href="#note-2">2</a></sup>
 not, says <a href="https://example.org/salt">a book about salt</a>, and see <a href="#time">on time</a> be\u00ADsides,
 for in\u00ADcom\u00ADpre\u00ADhen\u00ADsi\u00ADbly long sen\u00ADten\u00ADces of hy\u00ADphen\u00ADated words that come to the
 end of the line in the mid\u00ADdle of an in\u00ADter\u00ADna\u00ADtion\u00ADal\u00ADi\u00ADsa\u00ADtion or some oth\u00ADer.</p>
<h2 id="kneading">Kneading</h2>
<ul><li>Flour</li><li><p>Water, which is</p><ol><li>cold</li><li>clean, and
  <ul><li>a nested <b>third</b> level</li></ul></li></ol></li></ul>
<table><caption>Rising by the hour</caption>
  <thead><tr><th scope="col">Hour</th><th scope="col">Volume</th></tr></thead>
  <tbody><tr><th scope="row">1</th><td>1.2</td></tr><tr><th scope="row">2</th><td>1.9</td></tr></tbody></table>
<figure role="group"><img src="/images/square.png" width="90" height="90" alt="A grey loaf">
  <figcaption>The loaf at noon. Photograph: <cite>A. Miller</cite></figcaption></figure>
<blockquote><p>Time is the fourth ingredient.</p></blockquote>
<aside><p>A word aside.</p></aside>
<hr>
<h3>Salt</h3>
<pre><code>knead(flour, water)</code></pre>
${filler}
<h2 id="time">Time</h2>
<dl><dt>Proof</dt><dd>The last rise.</dd></dl>
${filler}
</main>
<section><h2>Notes</h2><ol>
  <li id="note-1"><p>So they say. <a href="#ref-1" aria-label="Back to the text">↩</a></p></li>
  <li id="note-2"><p>Nor does <i>steam</i>. <a href="#ref-2">↩</a></p></li></ol></section>
`.replaceAll('↩', 'back')

export const realisticMeta: PrintMeta = {
  title: 'On the patience of bread & <salt>',
  authors: ['Ada Miller', 'Bo Baker'],
  subject: 'What a loaf asks of a baker',
  keywords: ['bread', 'time, and salt'],
  lang: 'en-GB',
  date: new Date('2026-03-04T05:06:07Z'),
  headings: [
    'On the patience that a loaf of bread asks of the baker who is in a hurry',
    'Kneading',
    'Salt',
    'Time',
    'Notes',
  ],
  creator: 'Trifold 0.1.0',
  linkText: { internal: 'Within this article' },
}

/** The tree of a whole page; an article's body is hostile here, so nothing is sanitised. */
export function page(body: string, head = ''): Root {
  return parser.parse(
    `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Bread</title>` +
      `<style>${styles}</style>${head}</head><body>${body}</body></html>`,
  )
}

export function printDocument(body: string, changes: Partial<PrintMeta> = {}, head = ''): PrintDocument {
  return { html: page(body, head), resources, meta: { ...realisticMeta, ...changes } }
}
