import type { Article, ArticleMeta, Issue, Publication } from '../article.js'
import type { Report } from '../messages.js'
import { elementsNamed } from '../walk.js'
import { checkRepublished } from './republished.js'

/**
 * What can be said of an issue before anything is made of it.
 *
 * @param reportFor where findings about an article are left, or about the issue as a whole
 */
export function checkSource(
  issue: Issue,
  publication: Publication,
  reportFor: (article: Article | undefined) => Report,
): void {
  for (const article of issue.articles) {
    const { tree, meta } = article
    const report = reportFor(article)
    for (const image of elementsNamed(tree, 'img', 'picture')) {
      if (image.properties.alt.trim() === '') {
        report(
          'image-alt',
          `Unexpected image without alternative text, expected \`![what it shows](${shown(image.properties.src)})\``,
          image.position,
        )
      }
    }
    const bare = elementsNamed(tree, 'mergetag').filter(({ properties }) => properties.default === undefined)
    for (const [name, { position }] of new Map(bare.toReversed().map(tag => [tag.properties.name, tag]))) {
      report(
        'merge-tag-default',
        `Unexpected merge tag \`${name}\` without a default, expected \`{{ ${name} | default: "words" }}\`, or a default in the config: readers without a value, and every format but the email, have nothing there`,
        position,
      )
    }
    checkCover(meta, report)
    checkRepublished(article, report)
  }
  const [first] = issue.articles
  const report = reportFor(undefined)
  if (issue.meta !== first.meta) checkCover(issue.meta, report)
  if (!publication.address) {
    report(
      'postal-address',
      'Unexpected publication without a postal address, expected `address` in trifold.yaml; law asks for it in every mailing',
    )
  }
}

function checkCover({ cover }: ArticleMeta, report: Report): void {
  if (cover && cover.alt.trim() === '') {
    report(
      'image-alt',
      'Unexpected `cover` without alternative text, expected `cover: { src: ..., alt: ... }`',
    )
  }
}

const shown = (src: string) => (src.length > 40 ? `${src.slice(0, 39)}…` : src)
