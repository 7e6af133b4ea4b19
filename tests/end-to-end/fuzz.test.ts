import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { describe, expect, test } from 'vitest'
import { bindEmail } from '../../pipeline/bind/email/bind.js'
import { bindEpub } from '../../pipeline/bind/epub/bind.js'
import { checkEpub } from '../../pipeline/check/epub.js'
import { saidBy } from '../../pipeline/check/parity/passages.js'
import { readEpub } from '../../pipeline/check/parity/read-epub.js'
import { readHtml } from '../../pipeline/check/parity/read-html.js'
import { vocabulary } from '../../pipeline/vocabulary.js'
import { walk } from '../../pipeline/walk.js'
import { emailTemplate } from '../../templates/email/email.js'
import { textTemplate } from '../../templates/email/text/text.js'
import { epubTemplate } from '../../templates/epub/epub.js'
import { printTemplate } from '../../templates/print/print.js'
import { webTemplate } from '../../templates/web/web.js'
import { faultsOf } from '../support/conformance.js'
import { randomArticle } from '../support/random-tree.js'
import { lostIn } from '../support/reading/lost.js'
import { renderingOf } from '../support/rendering.js'
import { issue } from '../support/tree.js'

const seeds = Array.from({ length: 60 }, (_, index) => index + 1)

test('the random articles are as the vocabulary says, and use all of it', () => {
  const used = new Set<string>()
  for (const seed of seeds) {
    const { tree } = randomArticle(seed)
    expect(faultsOf(tree), `seed ${seed}`).toEqual([])
    walk(tree, ({ tagName }) => void used.add(tagName))
  }
  expect(Object.keys(vocabulary).filter(name => name !== 'rp' && !used.has(name))).toEqual([])
})

/** HTML that a parser reads as another tree says something else in a browser than its template did. */
const unstable = (html: string) => {
  const again = toHtml(fromHtml(html), { characterReferences: { useNamedReferences: false } })
  if (again === html) return undefined
  let at = 0
  while (again[at] === html[at]) at++
  return {
    wrote: html.slice(Math.max(0, at - 80), at + 80),
    read: again.slice(Math.max(0, at - 80), at + 80),
  }
}

/** Links that open before the one before them ends. */
function linksInLinks(html: string): string[] {
  let open = 0
  return [...html.matchAll(/<(\/?)a(?:\s[^>]*)?>/g)].flatMap(([tag, close]) => {
    open += close ? -1 : 1
    return open > 1 ? [tag] : []
  })
}

describe.each(seeds)('the random article of seed %i', seed => {
  const made = randomArticle(seed)
  const of = issue(made)

  test('becomes an email with every word', async () => {
    const rendering = renderingOf(of, 'email')
    const { html, text } = await bindEmail({
      mjml: emailTemplate(rendering),
      text: textTemplate(rendering),
      envelope: { subject: of.title, lang: of.lang, date: of.modified, messageId: '<seed@example.org>' },
      images: rendering.assets.images,
      attachImages: false,
    })
    expect(linksInLinks(html)).toEqual([])
    expect(lostIn(readHtml(html).text, saidBy(made.tree, 'email').passages, 'email')).toEqual([])
    expect(lostIn(text, saidBy(made.tree, 'text').passages, 'text')).toEqual([])
  })

  test('becomes a valid EPUB with every word', async () => {
    const bytes = await bindEpub(epubTemplate(renderingOf(of, 'epub')))
    expect(await checkEpub(bytes)).toEqual([])
    expect(lostIn(readEpub(bytes).text, saidBy(made.tree, 'epub').passages, 'epub')).toEqual([])
  })

  test('becomes a web page with every word, that a browser reads as it was written', () => {
    const html = toHtml(webTemplate(renderingOf(of, 'web')), {
      characterReferences: { useNamedReferences: false },
    })
    expect(unstable(html)).toBeUndefined()
    expect(lostIn(readHtml(html).text, saidBy(made.tree, 'web').passages, 'web')).toEqual([])
  })

  test('becomes a page for print that a browser reads as it was written', () => {
    const html = toHtml(printTemplate(renderingOf(of, 'pdf')), {
      characterReferences: { useNamedReferences: false },
    })
    expect(unstable(html)).toBeUndefined()
  })
})
