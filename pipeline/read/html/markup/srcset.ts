/** Pixels across: what print needs of a picture as wide as the page, with some to spare. */
const widest = 2400

/**
 * The address of the largest picture of a `srcset` that is no wider than print needs (HTML, 4.8.4.2.1). An address may
 * hold commas, a `data:` one does; what parts two candidates is a comma with white space after it.
 */
export function largestOf(srcset: string): string | undefined {
  let best: { address: string; width: number } | undefined
  for (const candidate of srcset.split(/,\s+|,(?=https?:|\/\/|\/)/)) {
    const [address = '', size = ''] = candidate.trim().split(/\s+/)
    if (address === '' || address.startsWith('data:')) continue
    const [, number = '1', unit] = /^([\d.]+)(w|x)$/.exec(size) ?? []
    const width = Number(number) * (unit === 'w' ? 1 : 800)
    const better = !best || (best.width > widest ? width < best.width : width > best.width && width <= widest)
    if (better) best = { address, width }
  }
  return best?.address
}
