import { createHash } from 'node:crypto'
import { relative } from 'node:path'
import type { Config } from '../config/config.js'
import { realChanges, type TokenChanges, type TokenValue, tokenFaults } from '../config/token-changes.js'
import { withTheme } from '../config/with-theme.js'
import type { Files } from '../world.js'
import type { PreviewTheme } from './data.js'

/** Where a theme is tried: other tokens than the config's, until they are saved there or given up. */
export interface ThemeDesk {
  /** Takes the config as it is now, without what is tried. */
  took(config: Config): Promise<void>
  changes(): TokenChanges
  /** Undefined until a config was taken. */
  shown(): PreviewTheme | undefined
  /**
   * Tries other tokens.
   *
   * @param patch by path; null is what the config says
   * @param isSame whether it goes on with the last change, and is undone with it
   * @returns what is wrong, by path; then nothing is tried
   */
  change(patch: Readonly<Record<string, unknown>>, isSame: boolean): Readonly<Record<string, string>>
  /** Takes the last change back. */
  undo(): void
  /** Has all be as the config says; can be undone. */
  reset(): void
  /**
   * Writes what is tried into the config, of which every other byte stays.
   *
   * @param mark of the config that was seen
   * @returns why it was not written; undefined where it was
   */
  save(mark: string): Promise<string | undefined>
}

/** More steps than anybody takes back. */
const mostSteps = 200

/**
 * @param cwd what the config's name is seen from, absolute
 * @param again has the config read, and all built by it
 * @param told called when `shown` is another
 */
export function themeDesk(
  files: Files,
  cwd: string,
  { again, told }: { again(): void; told(): void },
): ThemeDesk {
  let config: Config | undefined
  let mark = ''
  let changes: TokenChanges = {}
  let history: readonly TokenChanges[] = []
  let isSaving = false

  const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
  const isCode = (file: string) => !/\.(?:ya?ml|json)$/i.test(file)

  function set(next: TokenChanges): void {
    changes = config ? realChanges(next, config.publication.tokens) : next
    told()
    again()
  }

  async function write(seen: string): Promise<string | undefined> {
    const file = config?.file
    if (file === undefined) return 'There is no trifold.yaml to write to; make one of these lines.'
    if (isCode(file)) return 'A config in code is not written; paste these lines into it.'
    const name = relative(cwd, file)
    const target = (await files.resolve(file)) ?? file
    const bytes = await files.read(target)
    if (digestOf(bytes) !== seen) {
      again()
      return `${name} was changed on the disk after this page read it, and was not written. It is read again now: see what it says, and save once more.`
    }
    let text: string
    try {
      text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    } catch {
      return `${name} is not UTF-8, and was not written.`
    }
    const written = withTheme(text, changes)
    if (typeof written !== 'string') return `${name}: ${written.fault}`
    await files.write(target, new TextEncoder().encode(written))
    history = []
    again()
    return undefined
  }

  return {
    changes: () => changes,
    async took(next) {
      config = next
      mark = next.file === undefined ? '' : digestOf(await files.read(next.file))
      changes = realChanges(changes, next.publication.tokens)
      told()
    },
    shown: () =>
      config && {
        kind: config.file === undefined ? 'none' : isCode(config.file) ? 'code' : 'file',
        ...(config.file === undefined ? {} : { file: relative(cwd, config.file) }),
        mark,
        tokens: config.publication.tokens,
        changes,
        steps: history.length,
      },
    change(patch, isSame) {
      const given = Object.entries(patch).filter(([, value]) => value !== null)
      const faults = tokenFaults(Object.fromEntries(given))
      if (Object.keys(faults).length > 0) return faults
      const kept = Object.entries(changes).filter(([path]) => !Object.hasOwn(patch, path))
      if (!isSame || history.length === 0) history = [...history, changes].slice(-mostSteps)
      // What has no fault is of the kinds that the schema takes.
      set(Object.fromEntries([...kept, ...(given as [string, TokenValue][])]))
      return {}
    },
    undo() {
      const last = history.at(-1)
      if (!last) return
      history = history.slice(0, -1)
      set(last)
    },
    reset() {
      if (Object.keys(changes).length === 0) return
      history = [...history, changes].slice(-mostSteps)
      set({})
    },
    async save(seen) {
      if (isSaving) return 'It is being saved already.'
      isSaving = true
      try {
        return await write(seen)
      } catch (error) {
        return `It could not be written: ${error instanceof Error ? error.message : String(error)}`
      } finally {
        isSaving = false
      }
    },
  }
}
