import { describe, expect, it, test } from 'vitest'
import { contrast } from '../../../templates/cover/colours.js'
import { legible, textsOnGrounds } from '../../../templates/legible.js'
import { defaultTokens } from '../../../templates/tokens.js'

describe.each(['light', 'dark'] as const)('the %s palette', scheme => {
  it.each(textsOnGrounds(defaultTokens[scheme]).map(({ name, ratio }) => [name, ratio]))(
    'reads at 4.5:1: %s',
    (_name, ratio) => {
      expect(ratio).toBeGreaterThanOrEqual(legible)
    },
  )
})

it('measures black on white as 21:1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#ffffff', '#767676')).toBeCloseTo(4.54, 2)
})

test('tells of a text that falls short', () => {
  const { light } = defaultTokens
  const short = textsOnGrounds({ ...light, muted: '#999999' }).filter(({ ratio }) => ratio < legible)
  expect(new Set(short.map(({ text }) => text))).toEqual(new Set(['muted']))
})
