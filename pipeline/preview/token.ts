import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { SendingWorld } from '../send/sending-world.js'

/** What it takes to keep a token. */
type Keeping = Pick<SendingWorld, 'files' | 'random' | 'writePrivately'>

/**
 * The token of a publication's page: the same from start to start, so that a page that is open goes on when the preview
 * is started again. It is kept where its owner alone reads it, not in the publication, which may come from elsewhere.
 *
 * @param root of the publication, absolute
 * @param folder what may be thrown away is kept there, absolute; without one the token is another each time
 */
export async function keptToken(
  root: string,
  folder: string | undefined,
  { files, random, writePrivately }: Keeping,
): Promise<string> {
  const fresh = Buffer.from(random(16)).toString('hex')
  if (folder === undefined) return fresh
  const own = join(folder, 'preview')
  const path = join(own, createHash('sha256').update(root).digest('hex'))
  try {
    const known = (await files.kind(path)) === 'file' ? new TextDecoder().decode(await files.read(path)) : ''
    if (/^[\da-f]{32}$/.test(known)) return known
    // The folder is made by the first file in it.
    if ((await files.kind(own)) === undefined) await files.write(join(own, 'CACHEDIR.TAG'), cacheTag)
    const pieces = async function* () {
      yield fresh
    }
    await writePrivately(path, pieces())
  } catch {
    // Where nothing can be kept, the page can be shown all the same.
  }
  return fresh
}

/** Programs that make copies of a disk leave out a folder with this (bford.info/cachedir). */
const cacheTag = new TextEncoder().encode('Signature: 8a477f597d28d172789f06886806bc55\n')
