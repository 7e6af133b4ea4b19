import type { Direction } from '../article.js'

/** A language tag in its canonical form, or why it is none. */
export type ReadLanguage = { readonly lang: string } | { readonly fault: string }

const names = new Map<Intl.DisplayNamesType, Intl.DisplayNames>()

/** English names, made when one is asked for: the tables behind them take a hundredth of a second. */
function namesOf(type: 'language' | 'region'): Intl.DisplayNames {
  const made = names.get(type) ?? new Intl.DisplayNames(['en'], { fallback: 'none', type })
  names.set(type, made)
  return made
}

/**
 * Reads a language tag (BCP 47, RFC 5646): `en`, `pt-BR`, `zh-Hant`; `en_US` is taken for `en-US`.
 *
 * A tag that is well-formed but names no language is refused: Send-to-Kindle rejects a book whose language is `us` or
 * `C` (WebToEpub#1154), and screen readers fall silent.
 */
export function readLanguage(written: string): ReadLanguage {
  let lang: string | undefined
  try {
    lang = Intl.getCanonicalLocales(written.trim().replaceAll('_', '-'))[0]
  } catch {
    lang = undefined
  }
  const language = lang?.split('-')[0] ?? ''
  if (lang === undefined || language === '') return { fault: notALanguage(written) }
  if (language.length === 2 && namesOf('language').of(language) === undefined)
    return { fault: notALanguage(written) }
  if (language.length > 3) return { fault: notALanguage(written) }
  const { region } = new Intl.Locale(lang)
  if (region && namesOf('region').of(region) === undefined) {
    return {
      fault: `"${region}" in "${written}" is no country or region; write ${language} alone, or ${language}-${likelyRegion(language)} say`,
    }
  }
  return { lang }
}

function notALanguage(written: string): string {
  const shown = written.length > 40 ? `${written.slice(0, 40)}...` : written
  const meant = countryLanguage(written) ?? languageByName(written)
  const hint = meant ?? 'write a code such as en, en-GB, pt-BR or ar'
  return `"${shown}" is not a language code (BCP 47); ${hint}`
}

function countryLanguage(written: string): string | undefined {
  const code = written.trim().toUpperCase()
  if (!/^[A-Z]{2}$/.test(code)) return undefined
  const country = namesOf('region').of(code)
  if (country === undefined) return undefined
  const { language, region } = new Intl.Locale(`und-${code}`).maximize()
  return `it is the code of a country, ${country}; write ${language}-${region ?? code} say`
}

function languageByName(written: string): string | undefined {
  const name = written.trim().toLowerCase()
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  const codes = letters.flatMap(a => letters.map(b => a + b))
  const code = codes.find(each => namesOf('language').of(each)?.toLowerCase() === name)
  return code && `write ${code}`
}

const likelyRegion = (language: string): string => new Intl.Locale(language).maximize().region ?? '001'

/** The scripts that run from right to left (Unicode 17, bidi classes R and AL), ISO 15924. */
const rightToLeft = new Set(
  'Adlm Arab Armi Avst Chrs Cprt Elym Gara Hatr Hebr Hung Khar Lydi Mand Mani Mend Merc Mero Narb Nbat Nkoo Orkh Ougr Palm Phli Phlp Phnx Prti Rohg Samr Sarb Sidt Sogd Sogo Syrc Syre Syrj Syrn Thaa Todr Yezi'.split(
    ' ',
  ),
)

/** Which way a language runs, by the script it is written in: `ar` and `az-Arab` from the right, `ar-Latn` not. */
export function directionOf(lang: string): Direction {
  const { script } = new Intl.Locale(lang).maximize()
  return script !== undefined && rightToLeft.has(script) ? 'rtl' : 'ltr'
}
