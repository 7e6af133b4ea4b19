import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import type { SendingWorld } from '../send/sending-world.js'
import type { World } from '../world.js'
import { openStore, secretIn } from './store/open-store.js'

/** The world with a clock, chance, and the store of this machine. */
export function sendingWorld(world: World): SendingWorld {
  const time = () => Date.now()
  return {
    ...world,
    time,
    random: bytes => new Uint8Array(randomBytes(bytes)),
    pid: process.pid,
    isRunning,
    openStore: folder => openStore(folder, { time, isRunning }),
    secret: secretIn,
    writePrivately,
  }
}

/** Signal 0 tells whether a process is there; one that is another user's is there too. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Beside the file first, so that nobody finds half a list. */
async function writePrivately(path: string, pieces: AsyncIterable<string>): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}`
  const file = await open(temporary, 'wx', 0o600)
  try {
    for await (const piece of pieces) await file.write(piece)
    await file.close()
    await rename(temporary, path)
  } catch (error) {
    await file.close().catch(() => undefined)
    await rm(temporary, { force: true })
    throw error
  }
}
