import type { ElementContent } from 'hast'
import type { ImageAsset } from '../../pipeline/assets/assets.js'
import { classNames } from './class-names.js'
import { css } from './style.js'
import { telephoneWidth } from './type-scale.js'

/** CSS px that a picture is shown at. */
export interface ShownSize {
  readonly width: number
  readonly height: number
}

/** A picture's size where there are `room` CSS px: whole numbers, as Outlook wants them. */
export function shownSize({ shownWidth, shownHeight }: ImageAsset, room: number): ShownSize {
  const width = Math.max(1, Math.round(Math.min(shownWidth, room)))
  return { width, height: Math.max(1, Math.round((shownHeight * width) / shownWidth)) }
}

/** A picture as HTML, for where no component may stand. It shrinks on a narrow screen, and says its size to Outlook. */
export const pictureTag = (
  src: string,
  alt: string,
  { width, height }: ShownSize,
  title?: string,
): ElementContent => (
  <img
    src={src}
    alt={alt}
    title={title}
    width={width}
    height={height}
    className={width > telephoneWidth ? classNames.wide : undefined}
    style={css({ display: 'block', 'max-width': '100%', height: 'auto', border: 0 })}
  />
)
