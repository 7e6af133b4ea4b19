import type { ElementContent } from 'hast'
import { classNames } from '../class-names.js'
import { css } from '../style.js'
import type { IssuePart } from './parts.js'

/**
 * Why the reader has this, the way out, the other editions, and the postal address (the last two asked for by
 * CAN-SPAM, 15 U.S.C. 7704(a)(3) and (5)).
 */
export const footer: IssuePart = ({ publication, links, words, tokens }) => {
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
  const lines: ElementContent[][] = [
    publication.email.why ? [text(publication.email.why)] : [],
    anchors.flatMap((anchor, index) => (index > 0 ? [text(' · '), anchor] : [anchor])),
    publication.address ? [text(publication.address)] : [],
  ]
  return lines
    .filter(line => line.length > 0)
    .map(line => (
      <p className={classNames.muted} style={css({ margin: '0 0 10px' })}>
        {line}
      </p>
    ))
}

const text = (value: string): ElementContent => ({ type: 'text', value })
