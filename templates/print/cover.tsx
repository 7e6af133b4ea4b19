import { type CoverTemplate, coverContent } from '../cover/cover.js'
import { coverPicture } from '../cover/picture.js'
import { type CoverShape, pageCover } from '../cover/shape.js'
import type { Stylesheet } from '../css.js'
import type { Part } from '../html/front.js'
import type { Rendering } from '../rendering.js'
import { sheetOf } from './paper.js'

/** Whether a page with the title comes first: as the publication says, or where there are several articles. */
export const isCovered = ({ publication, issue }: Rendering): boolean =>
  publication.pdf?.cover ?? issue.articles.length > 1

/** Whether the cover is that of one article, and says what would stand above its title once more. */
export const standsOnCover = (rendering: Rendering): boolean =>
  isCovered(rendering) && rendering.issue.articles.length === 1

/** Whether the named picture is on the cover, and need not be above the text: one with a caption has it there. */
export const showsOnCover = (rendering: Rendering): boolean =>
  standsOnCover(rendering) && coverPicture(rendering) !== undefined && !rendering.issue.meta.cover?.caption

/**
 * The cover: the one that is drawn for a book, as large as the sheet and with words that can be read and found. Its title
 * is no heading: that is on the next page, and would be in the outline twice.
 */
export const coverPart =
  (template: CoverTemplate): Part =>
  (_article, rendering) =>
    isCovered(rendering)
      ? [
          <section className="cover" ariaLabel={rendering.words.cover}>
            {coverContent(rendering, shapeOf(rendering), template)}
          </section>,
        ]
      : []

/** Its style sheet: a page by itself, to the edges of the sheet, without running head or number. */
export const coverStyles = (template: CoverTemplate, rendering: Rendering): Stylesheet =>
  isCovered(rendering)
    ? [
        { '@page cover': { margin: 0 } },
        ...template.stylesheet(rendering, shapeOf(rendering)),
        { '.cover': { page: 'cover', breakAfter: 'page' } },
      ]
    : []

const shapeOf = ({ tokens }: Rendering): CoverShape => pageCover(sheetOf(tokens.paper.size))
