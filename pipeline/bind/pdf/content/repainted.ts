import type { Edit } from './edits.js'
import { type Painted, type TaggedContent, taggedContents } from './text-objects.js'

/** The lines that a page shows, each as {@link Painted.place} names it. */
export function linesShown(source: string): ReadonlySet<string> {
  const places = taggedContents(source).flatMap(({ painted }) => painted)
  return new Set(places.flatMap(({ place, isWithin }) => (place !== undefined && isWithin ? [place] : [])))
}

/**
 * Makes artifacts of the lines that another page shows. Chromium paints all pages as one long one, and on each whatever
 * reaches into it: the last line before it and the first behind it, where the box of a line's font, its accents or its
 * vowels reach over the end of the page. Of such a line it writes those glyphs that do, which may be a few or none, and
 * all texts that stand for others, as every Arabic letter has one: read by structure, they would be there twice
 * (ISO 32000-1, 14.8.2.2). What is seen stays as it is.
 *
 * @param shownBeside whether a neighbouring page shows a line, which is asked of few
 */
export function repaintedEdits(source: string, shownBeside: (place: string) => boolean): Edit[] {
  const isRepainted = ({ isText, place, isWithin }: Painted) =>
    isText && (place === undefined || (!isWithin && shownBeside(place)))
  return taggedContents(source).flatMap(content => artifactsIn(source, content, isRepainted))
}

function artifactsIn(
  source: string,
  { start, begun, painted }: TaggedContent,
  isRepainted: (painted: Painted) => boolean,
): Edit[] {
  const edits: Edit[] = []
  const mark = source.slice(start, begun)
  for (let from = 0; from < painted.length; from++) {
    let to = from
    while (to < painted.length && isRepainted(painted[to] as Painted)) to++
    if (to === from) continue
    const run = painted.slice(from, to)
    const [first, last] = [run[0] as Painted, run.at(-1) as Painted]
    // One that neither shows nor says anything may stand as it is.
    if (run.some(({ place, isSpoken }) => place !== undefined || isSpoken)) {
      if (from === 0) {
        edits.push({ start, end: begun, text: artifact })
        edits.push({ start: last.end, end: last.end, text: `\nEMC\n${mark}` })
      } else if (to === painted.length)
        edits.push({ start: first.start, end: first.start, text: `EMC\n${artifact}\n` })
      else {
        // One number may not stand twice on a page: within its content, an empty text stands in the line's place.
        edits.push({ start: first.start, end: first.start, text: `${silence}\n` })
        edits.push({ start: last.end, end: last.end, text: '\nEMC' })
      }
    }
    from = to
  }
  return edits
}

const artifact = '/Artifact BMC'
const silence = '/Span <</ActualText <FEFF>>> BDC'
