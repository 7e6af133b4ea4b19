import type { Palette, Tokens } from '../tokens.js'
import { codeClasses, classNames as name } from './class-names.js'
import { markedLine } from './mixed.js'

/** What is recoloured for the dark: a selector, the property, and the colour. */
type Recolour = readonly [selector: string, property: 'color' | 'background' | 'border-color', value: string]

const kinds = ['note', 'tip', 'important', 'warning', 'caution'] as const
const tokens = ['keyword', 'string', 'comment', 'number', 'name', 'type'] as const

/** Every element that carries a light colour inline, and what it is after dark. The order is the cascade's. */
const recoloured = (dark: Palette): Recolour[] => [
  [`.${name.ground},.${name.ground}>div`, 'background', dark.ground],
  [`.${name.sheet},.${name.sheet}>table`, 'background', dark.paper],
  [`.${name.panel}`, 'background', dark.panel],
  ...kinds.map((kind): Recolour => [`.${kind}`, 'background', dark.callout[kind].tint]),
  ...kinds.map((kind): Recolour => [`.${kind}`, 'border-color', dark.callout[kind].bar]),
  [`.${name.highlight}`, 'background', dark.highlight],
  [`.${name.markedLine}`, 'background', markedLine(dark)],
  [`.${name.text} div,.${name.text} td,.${name.text} strong,.${name.text} table`, 'color', dark.ink],
  [`.${name.text} .${name.highlight}`, 'color', dark.ink],
  [`.${name.text} .${name.muted},.${name.footer} .${name.muted},.${name.footer} a`, 'color', dark.muted],
  [`.${name.text} a`, 'color', dark.accent],
  [`.${name.text} .${name.name}`, 'color', dark.ink],
  ...tokens.map((kind): Recolour => [`.${codeClasses[kind]}`, 'color', dark.code[kind]]),
  [`.${name.hairline},.${name.hairline} p`, 'border-color', dark.line],
  [`.${name.accentLine}`, 'border-color', dark.accent],
  [`.${name.sheet}>table>tbody>tr>td`, 'border-color', dark.accent],
  [`.${name.button} td,.${name.button} td a`, 'background', dark.accent],
  [`.${name.button} td a`, 'color', dark.onAccent],
  ...kinds.map((kind): Recolour => [`.${kind} .${name.label}`, 'color', dark.callout[kind].bar]),
]

/**
 * A formula is dark on a plate of paper, which forced inversion leaves alone. Where the media query is honoured so are
 * filters (https://www.caniemail.com/features/css-filter/): turned light, and the plate gone into what is behind it.
 */
const turned = 'filter:invert(1);mix-blend-mode:lighten'

/**
 * The rules for readers at night: by media query (Apple Mail, iOS, Thunderbird), and by the attributes that Outlook.com
 * puts on what it has recoloured itself (`data-ogsc` for text, `data-ogsb` for grounds).
 *
 * @param used class names in the email: a rule for anything else is left out
 */
export function darkRules({ dark }: Tokens, used: ReadonlySet<string>): string {
  const rules = recoloured(dark).flatMap(([selectors, property, value]): Recolour[] => {
    const kept = selectors.split(',').filter(selector => classesOf(selector).every(one => used.has(one)))
    return kept.length > 0 ? [[kept.join(','), property, value]] : []
  })
  const plain = rules.map(([selector, property, value]) => `${selector}{${property}:${value}!important}`)
  if (used.has(name.formula)) plain.push(`.${name.formula}{${turned}}`)
  const outlook = rules.map(([selectors, property, value]) => {
    const attribute = property === 'background' ? '[data-ogsb]' : '[data-ogsc]'
    const prefixed = selectors.split(',').map(selector => `${attribute} ${selector}`)
    return `${prefixed.join(',')}{${property}:${value}!important}`
  })
  return `@media (prefers-color-scheme:dark){${plain.join('')}}${outlook.join('')}`
}

const classesOf = (selector: string): string[] =>
  [...selector.matchAll(/\.([a-z-]+)/g)].map(([, one]) => one ?? '')
