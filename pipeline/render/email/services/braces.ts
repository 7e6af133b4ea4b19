import { fill } from '../../../bind/email/fill.js'
import type { Context } from '../../../bind/email/pieces.js'

/** Braces in HTML that a template language could take for the beginning or the end of its own. */
export const allBraces = /[{}]/g

/**
 * Plain text for Liquid and Django templates: a brace that could open a tag is printed by a tag, `{{ "{{" }}`. Both
 * languages look for the two characters that open one and take the first that close it.
 */
export const bracesPrinted = (words: string): string =>
  words.replace(/\{+[%#]?(?=$)|\{(?:\{+[%#]?|[%#])/g, opening => `{{ "${opening}" }}`)

/** A default in a place: escaped, encoded, or nothing where it may not stand. */
export const defaultIn = (context: Context, value: string): string =>
  fill([{ name: 'default', default: value, context }], {})

/** Whether a place is in an attribute of HTML, where double quotes of a tag would end it for who reads the HTML first. */
export const inAttribute = (context: Context): boolean =>
  context === 'attribute' || context === 'url' || context === 'href'

/** Without what would end a tag: a template language looks for its end before it reads the strings in it. */
export const withoutEnds = (value: string): string => value.replace(/([%}])(?=\})/g, '$1 ')
