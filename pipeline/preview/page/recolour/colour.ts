/** A colour of sRGB, each channel from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number]

/** Reads `rgb(1, 2, 3)` and `rgba(1, 2, 3, 0.5)`, as a browser gives computed colours; one not opaque is undefined. */
export function parseRgb(css: string): Rgb | undefined {
  const [r, g, b, alpha = 1] = [...css.matchAll(/[\d.]+/g)].map(([number]) => Number(number))
  return alpha < 1 || r === undefined || g === undefined || b === undefined ? undefined : [r, g, b]
}

export const cssOf = ([r, g, b]: Rgb): string =>
  `rgb(${[r, g, b].map(channel => Math.min(255, Math.max(0, Math.round(channel)))).join(', ')})`

const linear = (channel: number): number => {
  const part = channel / 255
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}

const encoded = (part: number): number => {
  const channel = part <= 0.0031308 ? 12.92 * part : 1.055 * part ** (1 / 2.4) - 0.055
  return Math.min(255, Math.max(0, 255 * channel))
}

/** Relative luminance (WCAG 2.2, "relative luminance"). */
const luminance = ([r, g, b]: Rgb): number => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)

/** Contrast ratio (WCAG 2.2, "contrast ratio"), from 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

/** Brightness from 0 to 255, as Chromium weighs the channels (ITU-R BT.601). */
export const brightness = ([r, g, b]: Rgb): number => (r * 299 + g * 587 + b * 114) / 1000

/** The D65 white point, and the bend of CIE 1976 L*a*b*. */
const white = [0.95047, 1, 1.08883] as const
const bend = 6 / 29

const toLab = (t: number): number => (t > bend ** 3 ? Math.cbrt(t) : t / (3 * bend * bend) + 4 / 29)
const fromLab = (t: number): number => (t > bend ? t ** 3 : 3 * bend * bend * (t - 4 / 29))

/** The colour with another lightness: `change` is given L* of CIE 1976 L*a*b*, from 0 to 100. */
export function relit(colour: Rgb, change: (lightness: number) => number): Rgb {
  const [r, g, b] = colour.map(linear) as [number, number, number]
  const x = toLab((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / white[0])
  const y = toLab((0.2126729 * r + 0.7151522 * g + 0.072175 * b) / white[1])
  const z = toLab((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / white[2])
  const level = (Math.min(100, Math.max(0, change(116 * y - 16))) + 16) / 116
  const [X, Y, Z] = [
    white[0] * fromLab(level + x - y),
    white[1] * fromLab(level),
    white[2] * fromLab(level + z - y),
  ]
  return [
    encoded(3.2404542 * X - 1.5371385 * Y - 0.4985314 * Z),
    encoded(-0.969266 * X + 1.8760108 * Y + 0.041556 * Z),
    encoded(0.0556434 * X - 0.2040259 * Y + 1.0572252 * Z),
  ]
}

/** The colour with HSL's lightness turned round: hue and the spread of the channels stay. */
export function mirroredInHsl(colour: Rgb): Rgb {
  const turn = 255 - Math.max(...colour) - Math.min(...colour)
  // Sound: a map of three channels has three; its type tells of any number.
  return colour.map(channel => channel + turn) as unknown as Rgb
}
