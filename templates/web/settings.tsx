import type { Element } from 'hast'
import { toCss } from '../css.js'
import type { Tokens } from '../tokens.js'
import type { WebSheet } from './stylesheet.js'

/** What no page of ours does, forbidden to it as well: a script that some change let in would not run. */
const policy = "script-src 'none'; object-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'none'"

/** How every page of the publication is read and what it may do. */
export const settings = (): Element[] => [
  <meta charSet="utf-8" />,
  <meta name="viewport" content="width=device-width, initial-scale=1" />,
  <meta httpEquiv="Content-Security-Policy" content={policy} />,
]

/** That a page is for the light and the dark, and the colour of what a browser has around it. */
export const schemes = ({ light, dark }: Tokens): Element[] => [
  <meta name="color-scheme" content="light dark" />,
  <meta name="theme-color" content={light.ground} media="(prefers-color-scheme: light)" />,
  <meta name="theme-color" content={dark.ground} media="(prefers-color-scheme: dark)" />,
]

/** A page's style sheets, inside it. */
export const sheets = (all: readonly WebSheet[]): Element[] =>
  all.map(({ media, rules }) => <style media={media}>{toCss(rules)}</style>)
