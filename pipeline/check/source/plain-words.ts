const counts = /[\p{L}\p{M}\p{N}]/u

/** Words to be held against others: in small letters, on one line, without the signs and arrows at their ends. */
export function plainWords(words: string): string {
  const line = words.normalize('NFC').toLowerCase().replace(/\s+/g, ' ')
  // By hand at the end: a pattern would try anew at each of a million exclamation marks.
  const signs = [...line]
  const first = signs.findIndex(sign => counts.test(sign))
  return first < 0 ? '' : signs.slice(first, signs.findLastIndex(sign => counts.test(sign)) + 1).join('')
}

/** The entries of a table by language for a language; of one that is not there nothing is known. @param lang BCP 47 */
export const ofLanguage = <Entry>(table: Readonly<Record<string, Entry>>, lang: string): Entry | undefined =>
  table[lang.split('-')[0]?.toLowerCase() ?? '']
