import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { expect } from 'vitest'

/**
 * Compares with a file of a fixture's folder. With UPDATE=1 the file is written, to be read before it is committed;
 * without it a missing file fails, unless nothing was to be in it.
 */
export function expectFile(path: string, actual: string): void {
  if (process.env.UPDATE === '1') {
    if (actual === '') rmSync(path, { force: true })
    else writeFileSync(path, actual)
    return
  }
  if (actual === '' && !existsSync(path)) return
  expect(existsSync(path), `${path} is missing: write it, or run with UPDATE=1 and read it`).toBe(true)
  expect(actual).toBe(readFileSync(path, 'utf8'))
}
