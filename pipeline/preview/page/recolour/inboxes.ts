import { brightness, mirroredInHsl, type Rgb, relit } from './colour.js'

/** What a colour is used for. */
export type Role = 'ground' | 'ink' | 'line'

/** An inbox that shows an email as it is made, or does something to its colours. */
export interface Inbox {
  /** What the reader's device asks for, where the inbox passes the media query on. */
  readonly scheme: 'light' | 'dark'
  /** Whether the email's style sheets stay. */
  readonly sheets: boolean
  /** What becomes of a colour in a `style` or a `bgcolor`, and of the client's own white page and black text. */
  readonly recolour?: (colour: Rgb, role: Role) => Rgb
  /** Whether elements that were recoloured get the attributes that Outlook.com puts on them. */
  readonly attributes?: boolean
}

/** Chromium's thresholds of brightness, its `dark_mode_settings_builder.cc`. */
const darkText = 150
const lightGround = 205

/** L* of #333333, the darkest that Outlook.com makes a ground. */
const outlookBase = 21.247

/**
 * The inboxes that an email must survive. No client documents what it does; each model is what was found in code or
 * observed, simplified: pictures stay as they are, and so do gradients, which our emails have none of.
 *
 * - `partial`: light grounds are darkened and dark text is lightened; dark grounds and light text stay. So do the
 *   Android apps (Gmail, Samsung, K-9), by Chromium's algorithmic darkening: the lightness of CIE L*a*b* becomes
 *   110 - L* for text below, and grounds above, a brightness (third_party/blink/renderer/platform/graphics,
 *   dark_mode_color_classifier.cc and dark_mode_color_filter.cc; that Android's mail apps rely on it:
 *   https://customer.io/learn/message-composing/email-forced-dark-mode). tests/templates/email/recoloured.test.ts
 *   holds the model to what Chromium itself paints.
 * - `outlook`: Outlook.com and the new Outlook: each colour gets the lightness 100 - L*, pressed into what is above
 *   #333333 (microsoft/roosterjs, getDarkColor.ts), inline, and the element the attribute `data-ogsc` (text) or
 *   `data-ogsb` (ground), by which an email's own rules find it
 *   (https://www.hteumeuleu.com/2019/dealing-with-outlook-com-s-dark-mode/). Border colours stay
 *   (https://docs.bird.com/taxi/email-and-taxi-for-email-best-practice/dark-mode/different-email-clients-in-dark-mode).
 * - `full` and `fullHsl`: Gmail on iOS and classic Outlook on Windows turn every colour round, so that a dark ground
 *   becomes light and white on black black on white (https://github.com/hteumeuleu/email-bugs/issues/68,
 *   https://hteumeuleu.medium.com/fixing-gmails-dark-mode-issues-with-css-blend-modes-1b26174fcfd9). By what measure
 *   nobody outside knows: both L*a*b* and HSL are tried.
 * - `stripped`: no style sheet at all, as Gmail has it for accounts of other providers, and for an email whose sheets
 *   hold what it does not take or more than 16 KB (https://www.caniemail.com/features/html-style/).
 */
export const inboxes = {
  light: { scheme: 'light', sheets: true },
  dark: { scheme: 'dark', sheets: true },
  stripped: { scheme: 'light', sheets: false },
  partial: {
    scheme: 'light',
    sheets: false,
    recolour: (colour, role) =>
      (role === 'ground' ? brightness(colour) > lightGround : brightness(colour) < darkText)
        ? relit(colour, lightness => 110 - lightness)
        : colour,
  },
  outlook: {
    scheme: 'light',
    sheets: true,
    attributes: true,
    recolour: (colour, role) =>
      role === 'line'
        ? colour
        : relit(colour, lightness => ((100 - lightness) * (100 - outlookBase)) / 100 + outlookBase),
  },
  full: { scheme: 'light', sheets: false, recolour: colour => relit(colour, lightness => 100 - lightness) },
  fullHsl: { scheme: 'light', sheets: false, recolour: mirroredInHsl },
} as const satisfies Readonly<Record<string, Inbox>>
