import type { ArticleMeta } from './article.js'

/** The licence that an article stands under. */
export interface Licence {
  /** Its name as people read it. */
  readonly name: string
  /** Where its words are. */
  readonly url?: string
}

/** Parts of a Creative Commons licence in the words of its full name, with the letters that stand for them. */
const spelt: readonly (readonly [RegExp, string])[] = [
  [/attribution/i, 'by'],
  [/non[- ]?commercial/i, 'nc'],
  [/share[- ]?alike/i, 'sa'],
  [/no[- ]?deriv/i, 'nd'],
]
const host = 'https://creativecommons.org'
const codes = new Set(['by', 'by-sa', 'by-nd', 'by-nc', 'by-nc-sa', 'by-nc-nd'])

/**
 * A Creative Commons licence by its address, its letters (`CC BY-ND 4.0`) or its full name, with the address it is known
 * by (creativecommons.org/licenses/list.en); undefined for any other words. Without its version it has no address, for
 * each version is another licence.
 */
export function creativeCommons(words: string): Licence | undefined {
  const address =
    /creativecommons\.org\/(?:licenses\/([a-z-]+)\/(\d\.\d)(?:\/([a-z]{2})\b)?|publicdomain\/(zero|mark)\/1\.0)/i.exec(
      words,
    )
  if (address?.[4]) return publicDomain(address[4].toLowerCase() === 'zero')
  const code = address?.[1]?.toLowerCase() ?? lettersOf(words)
  if (code === 'zero') return publicDomain(true)
  if (code === undefined || !codes.has(code)) return undefined
  const version = address?.[2] ?? /\b([1-4]\.[05])\b/.exec(words)?.[1]
  const country = address?.[3] ?? (address ? undefined : /\d\.\d[\s-]+([A-Z]{2})\b/.exec(words)?.[1])
  const name = ['CC', code.toUpperCase(), version, country?.toUpperCase()].filter(Boolean).join(' ')
  if (version === undefined) return { name }
  const place = country === undefined ? '' : `${country.toLowerCase()}/`
  return { name, url: `${host}/licenses/${code}/${version}/${place}` }
}

const publicDomain = (isZero: boolean): Licence =>
  isZero
    ? { name: 'CC0 1.0', url: `${host}/publicdomain/zero/1.0/` }
    : { name: 'Public Domain Mark 1.0', url: `${host}/publicdomain/mark/1.0/` }

/** `by-nc-nd`, `zero` for CC0, or undefined. */
function lettersOf(words: string): string | undefined {
  if (/\bcc[- ]?(?:0|zero)\b/i.test(words)) return 'zero'
  const letters = /\bcc[- ]?((?:by|nc|sa|nd)(?:[- ](?:by|nc|sa|nd))*)\b/i.exec(words)?.[1]
  if (letters !== undefined) return letters.toLowerCase().replaceAll(' ', '-')
  if (!/creative\s+commons/i.test(words)) return undefined
  return spelt.flatMap(([word, letter]) => (word.test(words) ? [letter] : [])).join('-') || undefined
}

/** The licence that a republished article is under: its source's, else its own. Undefined where neither is said. */
export function licenceOf({ source, license }: Pick<ArticleMeta, 'source' | 'license'>): Licence | undefined {
  const words = source?.license ?? license
  const url = source?.licenseUrl
  if (words === undefined) return url === undefined ? undefined : (creativeCommons(url) ?? { name: url, url })
  const known = creativeCommons(words)
  const isAddress = /^https?:\/\/\S+$/.test(words)
  const there = url ?? known?.url ?? (isAddress ? words : undefined)
  return { name: isAddress && known ? known.name : words, ...(there === undefined ? {} : { url: there }) }
}

/** Whether a licence forbids changes: Creative Commons' ND, by its code, its words or its address. */
export const forbidsChange = (license: string): boolean =>
  /(?:^|[^a-z0-9])nd(?:[^a-z0-9]|$)|no[- ]?deriv/i.test(license)
