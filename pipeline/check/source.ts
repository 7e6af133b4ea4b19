import type { Issue, Publication } from '../article.js'
import type { Report } from '../messages.js'
import { elementsNamed } from '../walk.js'

/** What can be said of an issue before anything is made of it. */
export function checkSource(issue: Issue, publication: Publication, report: Report): void {
  for (const { tree, meta } of issue.articles) {
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
    if (meta.cover && meta.cover.alt.trim() === '') {
      report(
        'image-alt',
        'Unexpected `cover` without alternative text, expected `cover: { src: ..., alt: ... }`',
      )
    }
  }
  if (!publication.address) {
    report(
      'postal-address',
      'Unexpected publication without a postal address, expected `address` in trifold.yaml; law asks for it in every mailing',
    )
  }
}

const shown = (src: string) => (src.length > 40 ? `${src.slice(0, 39)}…` : src)
