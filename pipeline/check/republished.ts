import type { Article } from '../article.js'
import { licenceOf } from '../licence.js'
import type { Report } from '../messages.js'

/** What the licence of an article from elsewhere asks for and the article does not say, or no longer keeps. */
export function checkRepublished({ meta, places, isUnaltered }: Article, report: Report): void {
  const { source, authors } = meta
  if (!source) return
  if (isUnaltered === false) {
    report(
      'source-changed',
      `Unexpected words that are not those of the article as it was brought in, whose licence asks for the same; undo the change, or take \`fingerprint\` out of \`source\` if you may change it`,
      places?.source,
    )
  }
  if (!source.republished) return
  const licence = licenceOf(meta)
  const asked = [
    source.url === undefined ? 'the address of the original (`url` in `source`)' : [],
    licence === undefined ? 'its licence (`license` in `source`)' : [],
    licence && licence.url === undefined
      ? `the address of the licence \`${licence.name}\` (\`licenseUrl\` in \`source\`)`
      : [],
  ].flat()
  for (const what of asked) {
    report(
      'republished-terms',
      `Unexpected republished article without ${what}; it is published without`,
      places?.source,
    )
  }
  if (authors.length === 0)
    report(
      'republished-terms',
      'Unexpected republished article without `authors`, expected who wrote it',
      places?.source,
    )
  for (const { name, affiliation } of authors) {
    if (affiliation !== undefined) continue
    report(
      'republished-terms',
      `Unexpected author ${name} of a republished article without an institution, expected \`affiliation\`; \`Independent researcher\`, say, where there is none`,
      places?.authors ?? places?.source,
    )
  }
}
