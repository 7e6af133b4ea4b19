import type { RuleId } from '../rules.js'

/** What is known of a picture once its header is read. */
export interface MeasuredImage {
  /** Its size as it is seen: pixels, for SVG CSS px. */
  readonly natural: { readonly width: number; readonly height: number }
  /** Drawn from lines (SVG), which no size is too small for. */
  readonly lines: boolean
  readonly bytes: number
}

/** Where it is shown. */
export interface ImageShown {
  /** The widest that print shows it, CSS px; undefined where nothing is printed. */
  readonly printed: number | undefined
  /** Whether it stands in the text, where it is as wide as it is, and not in a card or as a cover. */
  readonly inText: boolean
}

/** A finding, and what follows `The image "its address"` in its message. */
export interface ImageSizeFault {
  readonly rule: RuleId
  readonly says: string
}

/** Dots per inch below which a printer's grid shows what a screen does not; 300 is what print asks for. */
const leastDensity = 150
/** Of a picture that is narrower than this part of a line a mark or a sign is made, and nobody looks for detail. */
const wideEnough = 0.5
/** Bytes above which a file is no picture for an article but the one that a camera keeps. */
const heaviest = 10 * 1024 * 1024
/** How many times as high as wide, and as wide as high, a picture may be. A panorama is 4 to 1. */
const tallest = 3
const widest = 6

/**
 * What is odd about a picture's size: too few pixels for the width that print shows it at, a file of more bytes than any
 * format takes from it, a shape that a page or a telephone makes so small that nothing is seen. No picture is enlarged.
 */
export function imageSizeFaults(image: MeasuredImage, { printed, inText }: ImageShown): ImageSizeFault[] {
  const { natural, lines, bytes } = image
  const { width, height } = natural
  const faults: ImageSizeFault[] = []
  if (bytes > heaviest)
    faults.push({
      rule: 'image-heavy',
      says: `is a file of ${Math.round(bytes / 1024 / 1024)} MB, expected at most ${heaviest / 1024 / 1024}: no format takes more than 2560 pixels of its width, and each build decodes all of it. Save it smaller`,
    })
  if (!inText) return faults
  if (printed !== undefined && !lines && width >= printed * wideEnough) {
    const inches = Math.min(width, printed) / 96
    const density = Math.floor(width / inches)
    if (density < leastDensity)
      faults.push({
        rule: 'image-resolution',
        says: `is ${width} pixels wide, which is ${density} to the inch in the PDF, expected at least ${leastDensity} (${Math.ceil(inches * leastDensity)} pixels): it prints soft. Take a larger one, if there is one`,
      })
  }
  const shownHeight = (Math.min(width, printed ?? width) * height) / width
  // A small picture stands on a page whatever its shape.
  if (height > width * tallest && shownHeight > 864)
    faults.push({
      rule: 'image-shape',
      says: `is ${times(height / width)} times as high as wide, expected at most ${tallest}: a page makes it so small that little is seen. Cut it into several`,
    })
  // Lines as ornaments are wide, and small or drawn.
  else if (width > height * widest && width > 1200 && !lines)
    faults.push({
      rule: 'image-shape',
      says: `is ${times(width / height)} times as wide as high, expected at most ${widest}: a telephone makes it a strip. Cut it to what matters, or into several`,
    })
  return faults
}

const times = (ratio: number) => String(Math.round(ratio * 10) / 10)
