/** Whether a text is a language tag (BCP 47), which EPUB asks of every language it names (EPUBCheck's OPF-092). */
export function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1
  } catch {
    return false
  }
}
