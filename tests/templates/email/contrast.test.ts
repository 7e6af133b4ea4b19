import { describe, expect, it } from 'vitest'
import { markedLine } from '../../../templates/email/mixed.js'
import { defaultTokens, type Palette } from '../../../templates/tokens.js'

/** Relative luminance (WCAG 2.2, "relative luminance"). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(at => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

/** Every text on the ground that the email sets it on. */
const pairs = (palette: Palette): [string, string, string][] => {
  const { ink, muted, accent, onAccent, paper, ground, panel, highlight, callout, code } = palette
  const tints = Object.entries(callout).map(([kind, { tint }]): [string, string] => [kind, tint])
  return [
    ['ink on paper', ink, paper],
    ['muted on paper', muted, paper],
    ['links on paper', accent, paper],
    ['a button', onAccent, accent],
    ['the footer', muted, ground],
    ['ink on a panel', ink, panel],
    ['links on a panel', accent, panel],
    ['marked', ink, highlight],
    ...tints.map(([kind, tint]): [string, string, string] => [`ink in a ${kind}`, ink, tint]),
    ...tints.map(([kind, tint]): [string, string, string] => [`links in a ${kind}`, accent, tint]),
    ...tints.map(([kind, tint]): [string, string, string] => [`attributions in a ${kind}`, muted, tint]),
    ...Object.entries(code).flatMap(([kind, colour]): [string, string, string][] => [
      [`code: ${kind}`, colour, panel],
      [`marked code: ${kind}`, colour, markedLine(palette)],
    ]),
    ['plain code, marked', ink, markedLine(palette)],
  ]
}

describe.each(['light', 'dark'] as const)('the %s palette', scheme => {
  it.each(pairs(defaultTokens[scheme]))('reads at 4.5:1: %s', (_name, text, ground) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5)
  })
})

it('measures black on white as 21:1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
})
