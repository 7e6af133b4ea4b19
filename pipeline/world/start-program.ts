import { spawn } from 'node:child_process'
import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { delimiter, isAbsolute, join } from 'node:path'

/** A program is taken to run well when it has not ended badly within so many milliseconds. */
const settles = 700

/**
 * Starts a program of this machine that goes on by itself, by a list of what it is given: no shell reads it.
 *
 * @throws Error in words, where there is no such program or it ends at once with a fault
 */
export function startProgram(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { detached: true, stdio: 'ignore', shell: false, env: { ...env } })
    const timer = setTimeout(resolve, settles)
    child.on('error', error => {
      clearTimeout(timer)
      const isMissing = 'code' in error && error.code === 'ENOENT'
      reject(new Error(isMissing ? `There is no program ${program} here.` : `${program}: ${error.message}`))
    })
    child.on('exit', code => {
      clearTimeout(timer)
      if (code) reject(new Error(`${program} ended at once, with exit code ${code}.`))
      else resolve()
    })
    child.unref()
  })
}

/** The first of these programs that the PATH leads to; undefined where there is none. */
export async function findProgram(
  names: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  const folders = (env.PATH ?? '').split(delimiter).filter(isAbsolute)
  const ending = process.platform === 'win32' ? '.exe' : ''
  for (const name of names)
    for (const folder of folders)
      if (await isProgram(join(folder, name + ending))) return join(folder, name + ending)
  return undefined
}

const isProgram = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
