import { relative } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { finding } from './messages.js'
import { publish } from './publish.js'
import type { PublishRequest } from './request.js'
import { filesAside } from './world/files-aside.js'
import type { World } from './world.js'

/**
 * Builds once more what was just built, and compares every file byte for byte. Nothing is written: a build writes only
 * what is not there as it would be, so that whatever it wanted to write is another.
 *
 * @param world one that the first build did not use, with a browser of its own
 * @returns an error for each file that came out otherwise
 */
export async function verify(request: PublishRequest, world: World): Promise<readonly VFileMessage[]> {
  const files = filesAside(world.files)
  const silent = { info: () => undefined, progress: () => undefined, message: () => undefined }
  await publish(request, { ...world, files, log: silent })
  const found: VFileMessage[] = []
  for (const [path, bytes] of files.written()) {
    const name = relative(request.cwd, path)
    const before = (await world.files.kind(path)) === 'file' ? await world.files.read(path) : undefined
    found.push(finding('build-differs', differing(name, before, bytes), { file: name }))
  }
  return found
}

function differing(name: string, before: Uint8Array | undefined, now: Uint8Array): string {
  if (!before) return `Unexpected file \`${name}\` when everything was built once more, expected none`
  const at = now.findIndex((byte, index) => byte !== before[index])
  const place = at < 0 ? now.byteLength : at
  return `Unexpected other bytes in \`${name}\` when it was built once more, from byte ${place} of ${before.byteLength} on, expected the same; please report it, with the article if you can share it`
}
