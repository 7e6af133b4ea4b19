/**
 * Articles that a title is not sorted by, by language (MARC 21, Appendix F: Initial Definite and Indefinite Articles).
 * Those with an apostrophe stand before a word without a space.
 */
const articles: Readonly<Record<string, string>> = {
  ca: "el la els les l' un una",
  da: 'den det de en et',
  de: 'der die das ein eine',
  en: 'the a an',
  es: 'el la lo los las un una',
  fr: "le la les l' un une",
  ga: 'an na',
  gl: 'o a os as un unha',
  it: "il lo la i gli le l' un uno una un'",
  nb: 'den det de en et ei',
  nl: "de het 't een 'n",
  nn: 'den det dei ein ei eit',
  no: 'den det de en et ei',
  pt: 'o a os as um uma',
  sv: 'den det de en ett',
}

// "A to Z", "A is for anchor": the letter, not the article.
const letter = /^a (?:to|is|and|or|was|as|versus|vs\.?)\s/i

/**
 * A title as a shelf sorts it, its first article behind it: `Art of War, The`. Undefined where it begins with none,
 * or where nobody knows: the language's articles are not in the table.
 */
export function titleFileAs(title: string, lang: string): string | undefined {
  const language = lang.split('-')[0]?.toLowerCase() ?? ''
  if (language === 'en' && letter.test(title)) return undefined
  const said = title.trim().replaceAll('’', "'")
  const found = (articles[language] ?? '').split(' ').find(article => {
    const open = article.endsWith("'") ? article : `${article} `
    return article !== '' && said.toLowerCase().startsWith(open)
  })
  if (found === undefined) return undefined
  const rest = title.trim().slice(found.length).trim()
  return /^[\p{L}\p{N}]/u.test(rest) ? `${rest}, ${title.trim().slice(0, found.length)}` : undefined
}

// What follows a name after a comma and is no given name.
const suffix = /^(?:jr|sr|ph\.?d|m\.?d|d\.?phil|esq|mbe|obe|cbe|frs|fba|ed|eds|rn|msc|ma|ba|[ivx]+)\b\.?/i

// Hungarian puts such letters between the names as well, the family's first (`Szabó T. Attila`); Iceland sorts by given names.
const initialsAndName = /^(?:\p{Lu}\.[\s-]?){1,4}\s?\p{Lu}[\p{L}\p{M}'’-]+$/u

/**
 * A name as a shelf sorts it, where the name itself tells which part is the family's: one written `Tarrant, Ishbel`,
 * and one of initials before a name, `J. R. R. Tolkien`. Undefined for every other: two words in a row may be
 * `Ishbel Tarrant` or `Nagy Imre` or `Mao Zedong`, and a wrong order is worse than none.
 */
export function nameFileAs(name: string, lang: string): string | undefined {
  const whole = name.trim().replace(/\s+/g, ' ')
  const [family, given, ...more] = whole.split(', ')
  if (family && given && more.length === 0 && !suffix.test(given) && !/\s(?:and|und|et|y|&)\s/.test(whole)) {
    return whole
  }
  if (/^hu(?:-|$)/i.test(lang) || !/^[\p{Script=Latin}\p{P}\p{M}\s]+$/u.test(whole)) return undefined
  if (!initialsAndName.test(whole)) return undefined
  const at = whole.lastIndexOf('.') + 1
  return `${whole.slice(at).trim()}, ${whole.slice(0, at)}`
}
