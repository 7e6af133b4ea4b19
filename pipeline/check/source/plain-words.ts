/** Words to be held against others: in small letters, on one line, without the signs and arrows at their ends. */
export const plainWords = (words: string): string =>
  words
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, '')

/** The entries of a table by language for a language; of one that is not there nothing is known. @param lang BCP 47 */
export const ofLanguage = <Entry>(table: Readonly<Record<string, Entry>>, lang: string): Entry | undefined =>
  table[lang.split('-')[0]?.toLowerCase() ?? '']
