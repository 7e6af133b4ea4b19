import type { ElementContent } from 'hast'
import type { Direction } from '../../pipeline/article.js'
import type { ImageAsset } from '../../pipeline/assets/assets.js'
import type { Rendering } from '../rendering.js'
import { css, mirrored, startOf } from './style.js'

/** A small picture with words at its side. */
export interface Beside {
  /** Undefined leaves its place empty, in line with the others. */
  readonly picture: ImageAsset | undefined
  /** CSS px. */
  readonly width: number
  readonly alt: string
  /** Whether its corners are rounded until it is a disc. Outlook shows the square. */
  readonly round?: boolean
  readonly words: readonly ElementContent[]
  readonly direction: Direction
  /** As `margin` has it. */
  readonly margin: string
}

/** CSS px between a picture and the words at its side. */
const gap = 14

/** A picture and words side by side: two cells, since nothing floats in the Word engine of Outlook. */
export const beside = (
  { picture, width, alt, round, words, direction, margin }: Beside,
  { links }: Rendering,
): ElementContent => (
  <table
    role="presentation"
    cellPadding={0}
    cellSpacing={0}
    border={0}
    dir={direction === 'rtl' ? direction : undefined}
    style={css({ margin })}
  >
    <tbody>
      <tr>
        <td width={width} style={css({ padding: mirrored(direction, 0, gap, 0, 0) })}>
          {picture ? smallPicture(links.image(picture), alt, picture, round) : undefined}
        </td>
        <td style={css({ 'text-align': startOf(direction) })}>{words}</td>
      </tr>
    </tbody>
  </table>
)

/** A portrait or a mark, at its own size. */
export const smallPicture = (
  src: string,
  alt: string,
  { shownWidth: width, shownHeight: height }: ImageAsset,
  round = false,
): ElementContent => (
  <img
    src={src}
    alt={alt}
    width={width}
    height={height}
    style={css({ display: 'block', border: 0, 'border-radius': round ? Math.round(width / 2) : undefined })}
  />
)
