/** A number as people write it: `102,400`. */
export const inFigures = (count: number): string => count.toLocaleString('en')

/** `1 page`, `12 pages`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${inFigures(count)} ${count === 1 ? one : many}`

/** Bytes in the unit that people read them in: `412 bytes`, `38.2 kB`, `1.4 MB`, a thousand to each. */
export function inUnits(bytes: number): string {
  if (bytes < 1000) return counted(bytes, 'byte')
  const [part, unit] = bytes < 999_950 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB']
  return `${part.toFixed(1)} ${unit}`
}
