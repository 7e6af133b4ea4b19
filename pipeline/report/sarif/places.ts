import { isAbsolute, join, relative } from 'node:path'
import type { Point, Position } from 'unist'
import type { SarifLocation, SarifRegion } from './log.js'

/** What stands for the root of the sources. */
export const rootId = '%SRCROOT%'

/** Where files are, for the addresses of a log. */
export interface Ground {
  /** What names of files in messages start from, absolute. */
  readonly cwd: string
  /** What a code host shows the files of, absolute. */
  readonly root: string
}

/**
 * A place as SARIF has it. Code hosts show no finding without a line: one about a whole file is at its first.
 *
 * @param file as messages name it; standard input has no place
 */
export function locationOf(
  file: string,
  place: Point | Position | undefined,
  ground: Ground,
): SarifLocation | undefined {
  const uri = uriOf(file, ground)
  if (uri === undefined) return undefined
  return {
    physicalLocation: {
      artifactLocation: { uri, uriBaseId: rootId },
      region: place ? regionOf(place) : { startLine: 1 },
    },
  }
}

function uriOf(file: string, { cwd, root }: Ground): string | undefined {
  if (file === '' || file === '<stdin>') return undefined
  const path = relative(root, isAbsolute(file) ? file : join(cwd, file))
  return path.split(/[/\\]/).map(encodeURIComponent).join('/')
}

function regionOf(place: Point | Position): SarifRegion {
  if (!('start' in place)) return { startLine: place.line, startColumn: place.column }
  const { start, end } = place
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column }
}
