import { type Declaration, rulesOf, split } from '../css.js'
import { support } from './support.js'

type Table = readonly (readonly [pattern: RegExp, feature: string])[]

/** Properties that caniemail has under the name of another. */
const byProperty: Table = [
  [/^--/, 'css-variables'],
  [/^border(?:-(?:top|right|bottom|left))?(?:-(?:width|style|color))?$/, 'css-border'],
  [/^border-(?:top|bottom)-(?:left|right)-radius$/, 'css-border-radius'],
  [/^border-(?:start|end)-(?:start|end)-radius$/, 'css-border-radius-logical'],
  [/^border-(?:inline|block)$/, 'css-border-inline-block'],
  [/^border-(?:inline|block)-(?:width|style|color)$/, 'css-border-inline-block-longhand'],
  [/^border-(?:inline|block)-(?:start|end)/, 'css-border-inline-block-individual'],
  [/^border-image-/, 'css-border-image'],
  [/^padding-(?:top|right|bottom|left)$/, 'css-padding'],
  [/^margin-(?:top|right|bottom|left)$/, 'css-margin'],
  ...(['padding', 'margin'] as const).flatMap(
    (side): Table => [
      [RegExp(`^${side}-(?:inline|block)$`), `css-${side}-inline-block`],
      [RegExp(`^${side}-inline-(?:start|end)$`), `css-${side}-inline-start-end`],
      [RegExp(`^${side}-block-(?:start|end)$`), `css-${side}-block-start-end`],
    ],
  ),
  [/^(?:block|inline)-size$/, 'css-block-inline-size'],
  [/^inset-/, 'css-inset'],
  [/^(?:left|right|top|bottom)$/, 'css-left-right-top-bottom'],
  [/^outline-(?:color|style|width)$/, 'css-outline'],
  [/^(?:row|column)-gap$/, 'css-gap'],
  [/^(?:columns|column-(?:fill|rule.*|span|width))$/, 'css-column-layout-properties'],
  [/^grid-template/, 'css-grid-template'],
  [/^overflow-[xy]$/, 'css-overflow'],
  [/^scroll-snap-/, 'css-scroll-snap'],
  [/^text-emphasis-(?:color|style)$/, 'css-text-emphasis'],
  [/^transition-/, 'css-transition'],
  [/^animation-/, 'css-animation'],
  [/^(?:mask|-webkit-mask-image)$/, 'css-mask-image'],
]

const byValue: Table = [
  ...['ch', 'cm', 'em', 'ex', 'in', 'mm', 'pc', 'pt', 'px', 'rem', 'vh', 'vmax', 'vmin', 'vw'].map(
    unit => [RegExp(`(?<![\\w.#-])(?:\\d*\\.)?\\d+${unit}\\b`, 'i'), `css-unit-${unit}`] as const,
  ),
  [/\d%/, 'css-unit-percent'],
  [/(?<![\w-])initial(?![\w-])/i, 'css-unit-initial'],
  [/(?<![\w-])calc\(/i, 'css-unit-calc'],
  [/!\s*important/i, 'css-important'],
  [/(?<![\w-])var\(/i, 'css-variables'],
  [/(?<![\w-])rgb\(/i, 'css-rgb'],
  [/(?<![\w-])rgba\(/i, 'css-rgba'],
  [/(?<![\w-])(?:ok)?(?:lch|lab)\(/i, 'css-modern-color'],
  ...['clamp', 'light-dark', 'max', 'min'].map(
    name => [RegExp(`(?<![\\w-])${name}\\(`, 'i'), `css-function-${name}`] as const,
  ),
  ...['conic', 'linear', 'radial'].map(
    kind => [RegExp(`(?<![\\w-])(?:repeating-)?${kind}-gradient\\(`, 'i'), `css-${kind}-gradient`] as const,
  ),
  [/(?<![\w-])(?:fit|min|max)-content(?![\w-])/i, 'css-intrinsic-size'],
  [/(?<![\w-])(?:system-ui|ui-(?:serif|sans-serif|rounded|monospace))(?![\w-])/i, 'css-sytem-ui'],
]

/** What a declaration is as a whole: its property and value, with a colon between. */
const byDeclaration: Table = [
  [/^display:.*\bflex\b/, 'css-display-flex'],
  [/^display:.*\bgrid\b/, 'css-display-grid'],
  [/^display:none\b/, 'css-display-none'],
]

const byAtRule: Table = [
  [/^@media\b/, 'css-at-media'],
  [/^@media\b.*device-pixel-ratio/, 'css-at-media-device-pixel-ratio'],
  [/^@media\b.*(?:any-)?hover/, 'css-at-media-hover'],
  [/^@media\b.*orientation/, 'css-at-media-orientation'],
  [/^@media\b.*prefers-color-scheme/, 'css-at-media-prefers-color-scheme'],
  [/^@media\b.*prefers-reduced-motion/, 'css-at-media-prefers-reduced-motion'],
  ...['font-face', 'import', 'keyframes', 'supports'].map(
    name => [RegExp(`^@(?:-webkit-)?${name}\\b`), `css-at-${name}`] as const,
  ),
]

const pseudoClasses = [
  ...['active', 'checked', 'first-child', 'first-of-type', 'focus', 'has', 'hover', 'lang', 'last-child'],
  ...['last-of-type', 'link', 'not', 'nth-child', 'nth-last-child', 'nth-last-of-type', 'nth-of-type'],
  ...['only-child', 'only-of-type', 'target', 'visited'],
]
const pseudoElements = ['after', 'before', 'first-letter', 'first-line', 'marker', 'placeholder']

const bySelector: Table = [
  ...pseudoClasses.map(name => [RegExp(`:${name}(?![\\w-])`), `css-pseudo-class-${name}`] as const),
  ...pseudoElements.map(name => [RegExp(`::?${name}(?![\\w-])`), `css-pseudo-element-${name}`] as const),
  [/\[/, 'css-selector-attribute'],
  [/\.[\w-]/, 'css-selector-class'],
  [/#[\w-]/, 'css-selector-id'],
  [/(?:^|[\s>+~])[a-z]/i, 'css-selector-type'],
  [/(?:^|[\s>+~])\*/, 'css-selector-universal'],
  [/>/, 'css-selector-child'],
  [/\+/, 'css-selector-adjacent-sibling'],
  [/~(?!=)/, 'css-selector-general-sibling'],
  [/[^\s>+~,]\s+[^\s>+~,]/, 'css-selector-descendant'],
  [/[\w\])-](?:\.|#|\[)/, 'css-selector-chaining'],
  [/^&|[^\\]&/, 'css-nesting'],
]

/** The features of CSS that a declaration uses. */
export function declarationFeatures({ property, value }: Declaration): string[] {
  const own = `css-${property}`
  const named = found(byProperty, property)
  return [
    ...(Object.hasOwn(support, own) ? [own] : []),
    ...named,
    ...found(byValue, value),
    ...found(byDeclaration, `${property}:${value.toLowerCase()}`),
  ]
}

/** The features of CSS that a style sheet uses. */
export function sheetFeatures(sheet: string): string[] {
  const rules = rulesOf(sheet)
  return [
    ...(sheet.includes('/*') ? ['css-comments'] : []),
    ...rules.flatMap(({ within }) => within.flatMap(atRule => found(byAtRule, atRule))),
    ...rules.flatMap(({ selector }) => {
      const selectors = split(selector, ',')
      return [
        ...(selectors.length > 1 ? ['css-selector-grouping'] : []),
        ...selectors.flatMap(one => found(bySelector, one)),
      ]
    }),
    ...rules.flatMap(({ declarations }) => declarations.flatMap(declarationFeatures)),
  ]
}

const found = (table: Table, text: string): string[] =>
  table.flatMap(([pattern, feature]) => (pattern.test(text) ? feature : []))

/** Every feature that can be told but for those of a property of the same name. */
export const knownCssFeatures: ReadonlySet<string> = new Set([
  'css-comments',
  'css-selector-grouping',
  ...[byProperty, byValue, byDeclaration, byAtRule, bySelector].flatMap(table =>
    table.map(([, feature]) => feature),
  ),
])
