import type { ElementContent } from 'hast'
import { languageOfWords, type Words } from '../words.js'

/** Words of the interface amid an article's: marked with their language where it is another, for who hears them. */
export function said(text: string, words: Words, around: string): ElementContent {
  const lang = languageOfWords(words, around)
  return lang ? <span lang={lang}>{text}</span> : { type: 'text', value: text }
}
