import type { Attributes } from '../../pipeline/article.js'

/** A merge tag as Liquid writes it: `{{ name | default: "friend" }}`. A default that holds `"` is set in `'`. */
export function mergeTagSource({ name, default: fallback }: Attributes<'mergetag'>): string {
  if (fallback === undefined) return `{{ ${name} }}`
  const quote = fallback.includes('"') ? "'" : '"'
  return `{{ ${name} | default: ${quote}${fallback}${quote} }}`
}
