/** A cover's outline: what it is for, and how large. Lengths on it are counted in hundredths of its width. */
export interface CoverShape {
  readonly name: 'book' | 'preview' | 'page'
  /** In units of which a tall cover is 100 wide. */
  readonly width: number
  readonly height: number
  /** A length of so many units, as CSS. */
  length(units: number): string
}

/** Whether text and art stand one above the other, or side by side. */
export const isTall = ({ width, height }: CoverShape): boolean => height >= width

const length = (of: number, unit: 'px' | 'pt') => (units: number) =>
  `${Math.round(units * of * 1000) / 1000}${unit}`

/** A book's cover, pixels: Kindle's portrait (Kindle Publishing Guidelines, 4.2: 2,560 high and 1,600 wide). */
export const bookSize = { width: 1600, height: 2560 } as const

export const bookCover: CoverShape = { name: 'book', width: 100, height: 160, length: length(16, 'px') }

/** What other sites show beside a link, pixels (ogp.me; Facebook and LinkedIn ask for 1.91 to 1). */
export const previewSize = { width: 1200, height: 630 } as const

export const preview: CoverShape = { name: 'preview', width: 120, height: 63, length: length(10, 'px') }

/** A sheet of the theme's paper. @param sheet its sides in points */
export function pageCover([width, height]: readonly [width: number, height: number]): CoverShape {
  const unit = height >= width ? width / 100 : height / 63
  return { name: 'page', width: width / unit, height: height / unit, length: length(unit, 'pt') }
}
