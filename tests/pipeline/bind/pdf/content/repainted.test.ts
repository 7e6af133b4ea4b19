import { expect, test } from 'vitest'
import { edited } from '../../../../../pipeline/bind/pdf/content/edits.js'
import { linesShown, repaintedEdits } from '../../../../../pipeline/bind/pdf/content/repainted.js'

/** A page of which the heights from 30 to 250 are shown, in points that are counted downwards from its beginning. */
const page = (content: string) =>
  `1 0 0 -1 0 300 cm q 0 50 200 220 re W* n q 1 0 0 1 0 -950 cm ${content} Q Q EMC`
const within = 'BT /F1 9 Tf 1 0 0 -1 7 1010 Tm <01> Tj ET'
const above = 'BT /F1 9 Tf 1 0 0 -1 7 990 Tm <02> Tj ET'
const below = 'BT /F1 9 Tf 1 0 0 -1 7 1230 Tm <03> Tj ET'
const unseen = 'BT /ReversedChars BMC /Span <</ActualText <FEFF0627>>> BDC EMC EMC ET'
const empty = 'BT ET'
const P = '/P <</MCID 4>> BDC'
const artifact = '/Artifact BMC'

const mended = (content: string, isBeside = true) => {
  const source = page(content)
  return edited(
    source,
    repaintedEdits(source, () => isBeside),
  )
}

test.each<[what: string, content: string, mended: string]>([
  ['a line of the page', `${P} ${within}`, `${P} ${within}`],
  ['one of the page before', `${P} ${above} ${within}`, `${artifact} ${above}\nEMC\n${P} ${within}`],
  ['one of the page behind', `${P} ${within} ${below}`, `${P} ${within} EMC\n${artifact}\n${below}`],
  [
    'both',
    `${P} ${above} ${within} ${below}`,
    `${artifact} ${above}\nEMC\n${P} ${within} EMC\n${artifact}\n${below}`,
  ],
  [
    'one of which no glyph is drawn, but texts are said',
    `${P} ${empty} ${unseen} ${empty} ${within}`,
    `${artifact} ${empty} ${unseen} ${empty}\nEMC\n${P} ${within}`,
  ],
  ['text that neither shows nor says anything', `${P} ${empty} ${within}`, `${P} ${empty} ${within}`],
  ['nothing else', `${P} ${below}`, `${artifact} ${below}\nEMC\n${P}`],
  [
    'one amid others',
    `${P} ${within} ${above} ${within}`,
    `${P} ${within} /Span <</ActualText <FEFF>>> BDC\n${above}\nEMC ${within}`,
  ],
  [
    'one behind a picture',
    `${P} /X1 Do ${below} 0 0 1 1 re f`,
    `${P} /X1 Do /Span <</ActualText <FEFF>>> BDC\n${below}\nEMC 0 0 1 1 re f`,
  ],
  ['what is not tagged', `/Artifact BMC ${above}`, `/Artifact BMC ${above}`],
])('%s', (_, content, expected) => {
  expect(mended(content)).toBe(page(expected))
})

test('a line that no other page shows stays', () => {
  expect(mended(`${P} ${above} ${within}`, false)).toBe(page(`${P} ${above} ${within}`))
})

test('lines that are turned stay: nobody knows how high they stand', () => {
  const turned = `${P} q 0 1 1 0 0 0 cm ${above} Q`
  expect(mended(turned)).toBe(page(turned))
})

test('tells which lines a page shows', () => {
  expect(linesShown(page(`${P} ${above} ${within} ${unseen}`))).toEqual(
    new Set(['/F1 9 Tf 1 0 0 -1 7 1010 Tm']),
  )
})
