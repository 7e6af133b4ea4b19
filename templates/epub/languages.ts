import { walk } from '../../pipeline/walk.js'
import type { Rendering } from '../rendering.js'

/** Every language that articles and passages are in besides the issue's own, sorted: those that are BCP 47 tags. */
export function otherLanguages({ issue }: Rendering): readonly string[] {
  const found = new Set<string>()
  for (const { meta, tree } of issue.articles) {
    found.add(meta.lang)
    walk(tree, ({ properties: { lang } }) => {
      if (lang) found.add(lang)
    })
  }
  found.delete(issue.lang)
  return [...found].filter(isLanguageTag).sort()
}

function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1
  } catch {
    return false
  }
}
