/** Quotation marks by primary language subtag (Unicode CLDR 45, "delimiters"). */
const table: Readonly<Record<string, readonly [string, string]>> = {
  de: ['„', '“'],
  fr: ['«\u00A0', '\u00A0»'],
  es: ['«', '»'],
  it: ['«', '»'],
  pt: ['“', '”'],
  nl: ['‘', '’'],
  pl: ['„', '”'],
  sv: ['”', '”'],
  da: ['“', '”'],
  ru: ['«', '»'],
  ar: ['”', '“'],
  ja: ['「', '」'],
  zh: ['“', '”'],
}

/** The marks around a quotation in a line. A language that is not in the table has English ones. @param lang BCP 47 */
export const quotationMarks = (lang: string): readonly [string, string] =>
  table[lang.split('-')[0]?.toLowerCase() ?? ''] ?? ['“', '”']
