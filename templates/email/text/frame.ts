import type { Rendering } from '../../rendering.js'
import { issueLine } from '../issue-line.js'
import { visible } from './characters.js'
import { wrap } from './wrap.js'

/** The publication's name, and which issue this is. */
export function masthead(rendering: Rendering, width: number): string[] {
  const lines = [rendering.publication.name, issueLine(rendering)].filter(Boolean)
  return [lines.map(line => wrap(visible(line), width)).join('\n')]
}

/** Why the reader has this, whether links are counted, the other editions, the way out, and the postal address. */
export function footer({ publication, links, words }: Rendering, width: number): string[] {
  const ways: [string, string | undefined][] = [
    [words.viewInBrowser, links.web],
    ['PDF', links.pdf],
    ['EPUB', links.epub],
    [words.unsubscribe, links.unsubscribe],
  ]
  const { why, countsLinks } = publication.email
  const blocks = [
    why ? wrap(visible(why), width) : '',
    countsLinks ? wrap(visible(words.countsLinks), width) : '',
    ways.flatMap(([label, href]) => (href ? [`${label}: ${href}`] : [])).join('\n'),
    publication.address ? wrap(visible(publication.address), width) : '',
  ].filter(Boolean)
  return blocks.length > 0 ? ['-'.repeat(width), ...blocks] : []
}
