import type { ElementContent } from 'hast'
import { correction, generate } from 'lean-qr'
import type { Article } from '../../pipeline/article.js'
import type { Rendering } from '../rendering.js'

/** Where an article or an issue is to be found: what its colophon and its QR code say. */
export const homeOf = (
  { meta }: Pick<Article, 'meta'>,
  { links }: Pick<Rendering, 'links'>,
): string | undefined => meta.canonicalUrl ?? links.web

/** Characters of an address; a code of more is too fine to be read from a sheet at the size it is printed. */
export const longestQr = 300

/**
 * An address as a QR code, drawn as one shape. Nothing of an address that is too long for one.
 *
 * @param label what it is, for whoever does not see it
 */
export function qrCode(address: string, label: string): ElementContent[] {
  if (address.length > longestQr) return []
  const code = generate(address, { minCorrectionLevel: correction.M })
  return [
    <svg
      className="qr"
      viewBox={`0 0 ${code.size} ${code.size}`}
      role="img"
      ariaLabel={label}
      // Seams between modules would show where a screen smooths them.
      shapeRendering="crispEdges"
    >
      <path d={shape(code.size, (x, y) => code.get(x, y))} />
    </svg>,
  ]
}

/** The dark modules, each run of a row as a rectangle. */
function shape(size: number, isDark: (x: number, y: number) => boolean): string {
  const runs: string[] = []
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (!isDark(x, y)) continue
      const start = x
      while (x < size && isDark(x, y)) x++
      runs.push(`M${start} ${y}h${x - start}v1h${start - x}z`)
    }
  }
  return runs.join('')
}
