import { toHtml } from 'hast-util-to-html'
import { expect, test } from 'vitest'
import { elementsNamed } from '../../../pipeline/walk.js'
import { articleOf } from '../../support/article.js'

/** The formula that HTML in a text is adopted as. */
async function adopted(mathml: string): Promise<string> {
  const { article } = await articleOf(`---\ntitle: Tides\n---\n\nA ${mathml}.`)
  const [formula] = elementsNamed(article.tree, 'math', 'equation')
  // MathML of the tree is hast but for the name of its type.
  return toHtml((formula?.children ?? []) as Parameters<typeof toHtml>[0] & unknown[])
}

const kept = [
  '<math><mfrac><mi>a</mi><mrow><mi>b</mi><mo>+</mo><mn>1</mn></mrow></mfrac></math>',
  '<math display="block"><mtable columnalign="right left"><mtr><mtd><mi>x</mi></mtd><mtd></mtd></mtr></mtable></math>',
  '<math><mmultiscripts><mi>X</mi><mi>a</mi><none></none><mprescripts></mprescripts><none></none><mi>b</mi></mmultiscripts></math>',
  '<math><mstyle displaystyle="true" scriptlevel="0"><munderover><mo movablelimits="false">∑</mo><mi>i</mi><mi>n</mi></munderover></mstyle></math>',
  '<math><mpadded width="+1em" voffset="-0.5ex"><mspace width="0.2em"></mspace></mpadded></math>',
]

test.each(kept)('a formula as MathML has it stays as it is: %s', async formula => {
  expect(await adopted(formula)).toBe(formula)
})

const shaped: [string, string][] = [
  ['<mfrac><mi>x</mi></mfrac>', '<mrow><mi>x</mi></mrow>'],
  ['<msup><mi>a</mi><mi>b</mi><mi>c</mi></msup>', '<mrow><mi>a</mi><mi>b</mi><mi>c</mi></mrow>'],
  ['<mi>a<mn>1</mn></mi>', '<mi>a1</mi>'],
  ['loose', '<mtext>loose</mtext>'],
  ['<mtable>x</mtable>', '<mtable><mtr><mtd><mtext>x</mtext></mtd></mtr></mtable>'],
  ['<mtable><mtd><mn>1</mn></mtd></mtable>', '<mtable><mtr><mtd><mn>1</mn></mtd></mtr></mtable>'],
  ['<mtr><mtd><mi>a</mi></mtd></mtr>', '<mrow><mrow><mi>a</mi></mrow></mrow>'],
  ['<none></none><mprescripts></mprescripts><mi>a</mi>', '<mi>a</mi>'],
  ['<mmultiscripts><mi>x</mi><mi>y</mi></mmultiscripts>', '<mrow><mi>x</mi><mi>y</mi></mrow>'],
  ['<mspace>wide</mspace>', '<mspace></mspace>'],
  ['<mrow displaystyle="true"><mi>x</mi></mrow>', '<mstyle displaystyle="true"><mi>x</mi></mstyle>'],
  [
    '<mfrac scriptlevel="1"><mi>x</mi><mi>y</mi></mfrac>',
    '<mstyle scriptlevel="1"><mfrac><mi>x</mi><mi>y</mi></mfrac></mstyle>',
  ],
  ['<mi mathvariant="nonsense" stretchy="true">x</mi>', '<mi>x</mi>'],
  ['<mo lspace="" stretchy="maybe" rspace="calc(1em)">+</mo>', '<mo>+</mo>'],
]

test.each(shaped)('a formula of another shape keeps its characters: %s', async (given, expected) => {
  expect(await adopted(`<math>${given}</math>`)).toBe(`<math>${expected}</math>`)
})
