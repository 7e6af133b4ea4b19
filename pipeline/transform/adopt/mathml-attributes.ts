/** A test of an attribute's value. */
type Kind = RegExp

const number = String.raw`(?:\d+\.?\d*|\.\d+)`
const unit = '(?:e[mx]|in|cm|mm|p[xtc]|%)'
const named = '(?:negative)?(?:(?:very){0,2}thi(?:n|ck)|medium)mathspace'
const whole = (pattern: string): Kind => new RegExp(`^(?:${pattern})$`)
const listOf = (pattern: string): Kind => whole(`(?:${pattern})(?:\\s+(?:${pattern}))*`)

const lengthPattern = `-?${number}${unit}?|${named}`
const length = whole(lengthPattern)
const paddedLength = whole(`[+-]?${number}\\s*(?:%?\\s*(?:height|depth|width)?|${unit}|${named})`)
const boolean = whole('true|false')
const positive = whole('[1-9]\\d*')
const sides = 'left|center|right'
const lines = listOf('none|solid|dashed')
const someText = /\S/

const variant = whole(
  'normal|bold|italic|bold-italic|double-struck|bold-fraktur|script|bold-script|fraktur|sans-serif|bold-sans-serif|' +
    'sans-serif-italic|sans-serif-bold-italic|monospace|initial|tailed|looped|stretched',
)

const token = { mathvariant: variant, dir: whole('ltr|rtl') }
const operator = {
  form: whole('prefix|infix|postfix'),
  fence: boolean,
  separator: boolean,
  lspace: length,
  rspace: length,
  stretchy: boolean,
  symmetric: boolean,
  maxsize: whole(`${lengthPattern}|infinity`),
  minsize: length,
  largeop: boolean,
  movablelimits: boolean,
  accent: boolean,
}
const space = { width: length, height: length, depth: length }
/** What `mstyle` sets for what is inside it, and no other element than `math` and itself may say. */
const style = { displaystyle: boolean, scriptlevel: whole('[+-]?\\d+') }
const table = {
  columnalign: listOf(sides),
  columnlines: lines,
  rowlines: lines,
  columnspacing: listOf(lengthPattern),
  rowspacing: listOf(lengthPattern),
}
const cell = { rowspan: positive, columnspan: positive }
const general = {
  ...style,
  ...token,
  ...operator,
  ...space,
  ...table,
  ...cell,
  accentunder: boolean,
  linethickness: whole(`${lengthPattern}|thin|medium|thick`),
  notation: someText,
}

/**
 * The attributes that each element of presentation MathML takes, with what they may be: MathML 3's schema
 * (www.w3.org/TR/MathML3/appendixa.html), as EPUBCheck holds a book to it, of those that change how a formula looks.
 */
const attributes: Readonly<Record<string, Readonly<Record<string, Kind>>>> = {
  math: { ...general, display: whole('block|inline') },
  mstyle: general,
  mi: token,
  mn: token,
  mtext: token,
  ms: token,
  mo: { ...token, ...operator },
  mspace: { ...token, ...space },
  mrow: { dir: token.dir },
  mfrac: { linethickness: general.linethickness },
  mpadded: {
    height: paddedLength,
    depth: paddedLength,
    width: paddedLength,
    lspace: paddedLength,
    voffset: paddedLength,
  },
  menclose: { notation: someText },
  munder: { accentunder: boolean },
  mover: { accent: boolean },
  munderover: { accent: boolean, accentunder: boolean },
  mtable: { ...table, displaystyle: boolean, width: whole(`auto|${lengthPattern}`) },
  mtr: { columnalign: table.columnalign },
  mtd: { ...cell, columnalign: whole(sides) },
}

type Properties = Record<string, string>

/** The attributes that an element may have, with values that it may have; any other is left out. */
export const attributesFor = (element: string, given: Readonly<Properties>): Properties =>
  allowed(attributes[element] ?? {}, given)

/** What of an element's attributes only an `mstyle` around it can say; undefined where it needs none. */
export function styleFor(element: string, given: Readonly<Properties>): Properties | undefined {
  const own = attributes[element] ?? {}
  const styles = Object.entries(allowed(style, given)).filter(([name]) => !(name in own))
  return styles.length > 0 ? Object.fromEntries(styles) : undefined
}

function allowed(kinds: Readonly<Record<string, Kind>>, given: Readonly<Properties>): Properties {
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, written]) => {
      const value = name === 'notation' ? written : written.trim().toLowerCase()
      return kinds[name]?.test(value) ? [[name, value]] : []
    }),
  )
}
