/** The theme's CSS pixels as a length that follows the reader's own text size. */
export const rem = (pixels: number): string => `${Math.round((pixels / 16) * 1000) / 1000}rem`
