import { unzipSync } from 'fflate'

/** A ZIP file that is not unpacked; the message says why. */
export class ZipRefused extends Error {
  override name = 'ZipRefused'
}

/** The most bytes that are unpacked of one file, all entries together. */
const mostBytes = 256 * 1024 * 1024
/** The most entries that are unpacked. */
const mostEntries = 20_000

/** Whether bytes begin as a ZIP file does (APPNOTE, 4.3.7). */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04

/**
 * The files of a ZIP by their names. Sizes are judged before anything is unpacked, and no more is unpacked than a file
 * says it holds: a few kilobytes can say that they are terabytes.
 *
 * @param wanted which files are to be had; all by default
 * @throws ZipRefused for one that is damaged, encrypted, too large, or has names that lead out of it
 */
export function unzip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean = () => true,
): Map<string, Uint8Array> {
  let total = 0
  let count = 0
  try {
    const files = unzipSync(bytes, {
      filter({ name, originalSize }) {
        total += originalSize
        count += 1
        if (total > mostBytes)
          throw new ZipRefused(`it would unpack to more than ${mostBytes / 1024 / 1024} MB`)
        if (count > mostEntries) throw new ZipRefused(`it has more than ${mostEntries} files`)
        return wanted(name) && !name.endsWith('/')
      },
    })
    return new Map(Object.entries(files).filter(([name]) => isInside(name)))
  } catch (error) {
    if (error instanceof ZipRefused) throw error
    throw new ZipRefused(`it is damaged: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** Whether a name stays in the folder that it is unpacked into. */
const isInside = (name: string): boolean =>
  !/^[/\\]|^[a-z]:/i.test(name) && !name.split(/[/\\]/).includes('..') && !name.includes('\0')
