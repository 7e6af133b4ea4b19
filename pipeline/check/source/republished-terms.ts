import { licenceOf } from '../../licence.js'
import type { ArticleRule } from './source-rule.js'

/**
 * A republished article says what licences ask for: whose work it is, where it first appeared, under what it may be
 * shown again (Creative Commons Attribution 4.0, 3(a)(1)).
 *
 * @see https://creativecommons.org/licenses/by/4.0/legalcode
 */
export const republishedTerms: ArticleRule = ({ meta, places }, report) => {
  const { source, authors } = meta
  if (!source?.republished) return
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
