import type { ElementContent } from 'hast'
import type { GlobalAttributes } from '../../../pipeline/article.js'
import { classNames } from '../class-names.js'
import { css } from '../style.js'
import type { IssuePart } from './parts.js'

/**
 * Why the reader has this, whether links are counted, the way out, the other editions, and the postal address (the
 * last two asked for by CAN-SPAM, 15 U.S.C. 7704(a)(3) and (5)).
 */
export const footer: IssuePart = ({ publication, issue, links, words, tokens }) => {
  const { light } = tokens
  const ways: [string, string | undefined][] = [
    [words.viewInBrowser, links.web],
    ['PDF', links.pdf],
    ['EPUB', links.epub],
    [words.unsubscribe, links.unsubscribe],
  ]
  const anchors = ways.flatMap(([label, href]) =>
    href
      ? [
          <a href={href} style={css({ color: light.muted })}>
            {label}
          </a>,
        ]
      : [],
  )
  const { why, countsLinks } = publication.email
  // The publication's own words are in its language, whatever the issue's.
  const own = publication.lang === issue.lang ? {} : ({ lang: publication.lang, dir: 'auto' } as const)
  return [
    ...(why ? [line([why], own)] : []),
    ...(countsLinks ? [line([words.countsLinks])] : []),
    ...(anchors.length > 0
      ? [line(anchors.flatMap((anchor, index) => (index > 0 ? [' · ', anchor] : [anchor])))]
      : []),
    ...(publication.address ? [line([publication.address], own)] : []),
  ]
}

const line = (content: (ElementContent | string)[], language: GlobalAttributes = {}) => (
  <p {...language} className={classNames.muted} style={css({ margin: '0 0 10px' })}>
    {content}
  </p>
)
