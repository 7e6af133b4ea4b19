/**
 * A file's size as people of the language write it: `340 kB`, `1,2 Mo`. Decimal, as shops and systems count.
 *
 * @param lang BCP 47
 */
export function fileSize(bytes: number, lang: string): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1000))
  const isSmall = kilobytes < 1000
  const format = new Intl.NumberFormat(lang, {
    style: 'unit',
    unit: isSmall ? 'kilobyte' : 'megabyte',
    unitDisplay: 'short',
    maximumFractionDigits: isSmall || kilobytes >= 10_000 ? 0 : 1,
  })
  return format.format(isSmall ? kilobytes : bytes / 1_000_000)
}
