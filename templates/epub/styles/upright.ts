import type { CssRules } from '../../css.js'

/** Arabic, Hebrew, Chinese, Japanese and Korean have no italics: what engines make of them leans as no letter does. */
const scripts = ['[dir="rtl"]', '[lang|="zh"]', '[lang|="ja"]', '[lang|="ko"]']
const slanted = ['.standfirst', 'h4', '.credit', '.rows dt', '.across .group-label', 'cite', '.missing-image']

/** What is slanted in Latin letters stands upright in others, and what is stressed is bold. */
export const uprightRules: CssRules = {
  [selectors(slanted)]: { fontStyle: 'normal' },
  [selectors(['em'])]: { fontStyle: 'normal', fontWeight: 'bold' },
}

function selectors(names: readonly string[]): string {
  return scripts.flatMap(script => names.map(name => `${script} ${name}`)).join(', ')
}
