import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Milliseconds in which a draft may be that of a process of another machine, which nobody can ask for here. */
const mayBeWritten = 60_000

/** The name of a file that is being written beside the one it will be: short, for that may be as long as the system allows. */
export const draftName = (number: number): string => `.trifold-${process.pid}-${number}`

/** Removes drafts from a folder that processes left there which were killed while they wrote. Never fails. */
export async function removeLeftDrafts(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const pid = /^\.trifold-(\d+)-\d+$/.exec(name)?.[1]
    if (pid === undefined || isRunning(Number(pid))) continue
    const path = join(folder, name)
    const there = await stat(path).catch(() => undefined)
    if (there?.isFile() && Date.now() - there.mtimeMs > mayBeWritten)
      await rm(path, { force: true }).catch(() => undefined)
  }
}

function isRunning(pid: number): boolean {
  try {
    // No signal is sent: it is asked whether one could be.
    process.kill(pid, 0)
    return true
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH')
  }
}
