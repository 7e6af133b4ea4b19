/**
 * A URL of a place inside a file of the book. Letters of every script stay as they are; what may not stand in a
 * URL's fragment is percent-encoded (URL Standard, 4.3: EPUBCheck's RSC-020).
 */
export function placeUrl(file: string, id: string): string {
  return `${file}#${id.replace(/[\s"#%<>[\\\]^`{|}]/g, encodeURIComponent)}`
}
