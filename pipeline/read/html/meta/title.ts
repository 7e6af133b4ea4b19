/** Signs that part an article's title from its site's name. */
const signs = /\s+(?:[|·•—–»:-]|::|\/|&raquo;)\s+/

/** Characters of a title that are looked at; no headline has as many. */
const longest = 1000

/** A title as it is compared: letters and digits alone. */
export const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/**
 * The article's title: without the site's name, and as the page's heading writes it where the two say the same.
 *
 * @param headings the words of each `h1`
 */
export function withoutSite(written: string, site: string, headings: readonly string[]): string {
  const whole = written.slice(0, longest).replace(/\s+/g, ' ').trim()
  const same = headings.find(heading => heading !== '' && bare(heading) === bare(whole))
  if (same) return same
  const parts = whole.split(signs)
  if (parts.length === 1) return whole
  const heading = headings.find(text => {
    const letters = bare(text)
    return letters.length > 3 && bare(whole).startsWith(letters) && bare(text) !== bare(site)
  })
  if (heading) return heading
  const isSite = (part: string) =>
    site !== '' && (bare(part) === bare(site) || (bare(site).length > 3 && bare(part).startsWith(bare(site))))
  const kept = parts.filter(part => !isSite(part))
  if (kept.length === parts.length || kept.length === 0) return whole
  const first = whole.indexOf(kept[0] ?? '')
  const last = kept.at(-1) ?? ''
  return whole.slice(first, whole.lastIndexOf(last) + last.length).trim()
}

/** Whether two titles are of one article: most of the words of the shorter one are in the other. */
export function alike(a: string, b: string): boolean {
  const [one, other] = [wordsIn(a), wordsIn(b)]
  const [few, many] = one.length < other.length ? [one, other] : [other, one]
  return few.length > 0 && few.filter(word => many.includes(word)).length / few.length >= 0.6
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
