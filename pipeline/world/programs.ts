import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A program that is run once, in an empty folder of its own. */
export interface ProgramRun {
  /** Its name on the PATH, or `node` for the Node.js that runs Trifold. */
  readonly program: string
  readonly args: readonly string[]
  /** Files that lie in the folder when it starts, by name. */
  readonly files: Readonly<Record<string, Uint8Array>>
  /** Environment variables besides PATH and HOME, which is the folder. */
  readonly env?: Readonly<Record<string, string>>
  /** A file of the folder that it leaves, with its result. */
  readonly result?: string
}

/** How a program ended. */
export interface ProgramEnd {
  readonly stdout: string
  readonly stderr: string
  /** What it left as its result; undefined where it left none. */
  readonly result: Uint8Array | undefined
}

/** Runs a program to its end. Undefined where there is none of that name. */
export type ProgramRunner = (run: ProgramRun) => Promise<ProgramEnd | undefined>

/** A check of a long book takes a minute at most; one that hangs is ended. */
const longest = 300_000

/** Runs programs of this machine. What they write stays in a folder that is removed. */
export const runProgram: ProgramRunner = async ({ program, args, files, env, result }) => {
  const folder = await mkdtemp(join(tmpdir(), 'trifold-'))
  try {
    for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes)
    const options = {
      cwd: folder,
      timeout: longest,
      maxBuffer: 256 * 1024 * 1024,
      env: { PATH: process.env.PATH, HOME: folder, ...env },
    }
    const path = program === 'node' ? process.execPath : program
    const ended = await new Promise<{ stdout: string; stderr: string } | undefined>(resolve => {
      execFile(path, args, options, (error, stdout, stderr) =>
        // A checker ends with 1 where it found something; only one that is not there has no end.
        resolve(error && error.code === ('ENOENT' as unknown) ? undefined : { stdout, stderr }),
      )
    })
    const left =
      result === undefined ? undefined : await readFile(join(folder, result)).catch(() => undefined)
    return ended && { ...ended, result: left }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
