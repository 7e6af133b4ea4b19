import { expect, test } from 'vitest'
import { toCss } from '../../../templates/css.js'
import { logical } from '../../../templates/epub/styles/logical.js'
import { epubStyles } from '../../../templates/epub/stylesheet.js'
import { defaultTokens } from '../../../templates/tokens.js'

const css = toCss(epubStyles(defaultTokens))

test('sides of the page are said again as sides of the text', () => {
  const rules = { p: { margin: '1em 2em 3em' }, hr: { width: '20%', borderTop: '1px solid', marginTop: 0 } }
  expect(toCss([logical(rules)])).toBe(
    [
      'p { margin: 1em 2em 3em; margin-block: 1em 3em; margin-inline: 2em; }',
      'hr { width: 20%; border-top: 1px solid; margin-top: 0; inline-size: 20%; border-block-start: 1px solid; margin-block-start: 0; border-inline: 0; }',
    ].join('\n'),
  )
})

test('no rule has a variable, a colour, a unit of print or a rule of its own', () => {
  expect(css).not.toMatch(/var\(|--[a-z]/)
  expect(css).not.toMatch(/#[\da-f]{3,8}\b|rgba?\(|hsla?\(/i)
  expect(css).not.toMatch(/\b\d+(?:pt|mm|cm|in)\b/)
  expect(css).not.toMatch(/@/)
})

test('margins at the sides are in per cent or em', () => {
  const sides = [...css.matchAll(/(?:margin|padding)(?:-inline|-left|-right)?: ([^;]*);/g)].map(
    ([, lengths]) => lengths,
  )
  expect(sides.length).toBeGreaterThan(40)
  expect(sides.filter(lengths => /\dpx/.test(lengths ?? ''))).toEqual([])
})

test('neither the body nor a paragraph has a size, a typeface, a line height or margins at its sides', () => {
  const of = (selector: string) => new RegExp(`^${selector} {([^}]*)}`, 'm').exec(css)?.[1]
  expect(of('body')).not.toMatch(/font|line-height|margin|padding|color|width/)
  expect(of('p')).not.toMatch(/font|line-height|text-align|color/)
  expect(of('p')).toContain('margin-inline: 0;')
})
