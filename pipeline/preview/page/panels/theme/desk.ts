import type { TokenChanges, TokenValue } from '../../../../config/token-changes.js'

/** What the page asks of the server about the theme. */
export interface Desk {
  /** What was changed here and is not sent yet, over what the server has. */
  pending(): TokenChanges
  /** What the server has against a token, by path. */
  faults(): Readonly<Record<string, string>>
  /** Tries another value, in a moment: what comes meanwhile for the same token takes its place. */
  change(path: string, value: TokenValue): void
  /** Takes one token back to what the config says. */
  drop(path: string): void
  /** Has the next change be undone by itself, and not with the last. */
  endChange(): void
  undo(): void
  reset(): void
  /** @returns why it was not written; undefined where it was */
  save(mark: string): Promise<string | undefined>
}

/** Milliseconds without a change after which the last is sent: who drags in a colour picker waits for no build. */
const quiet = 200

/** @param told called when something is another */
export function openDesk(told: () => void): Desk {
  let pending: Record<string, TokenValue> = {}
  let faults: Record<string, string> = {}
  let last: string | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const post = (path: string, body?: object) =>
    fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })

  async function send(changes: Readonly<Record<string, TokenValue | null>>): Promise<void> {
    const paths = Object.keys(changes)
    const isSame = paths.length === 1 && paths[0] === last
    last = paths.at(-1)
    const answer = await post('theme', { changes, isSame }).catch(() => undefined)
    const body = answer?.status === 422 ? await answer.json() : {}
    for (const path of paths) delete faults[path]
    faults = { ...faults, ...body.faults }
    // What was changed since stands, and is sent after.
    for (const path of paths)
      if (faults[path] === undefined && pending[path] === changes[path]) delete pending[path]
    told()
  }

  async function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const sound = Object.entries(pending).filter(([path]) => faults[path] === undefined)
    if (sound.length > 0) await send(Object.fromEntries(sound))
  }

  return {
    pending: () => pending,
    faults: () => faults,
    change(path, value) {
      pending = { ...pending, [path]: value }
      delete faults[path]
      clearTimeout(timer)
      timer = setTimeout(flush, quiet)
      told()
    },
    drop(path) {
      delete pending[path]
      last = undefined
      void send({ [path]: null })
    },
    endChange() {
      if (timer === undefined) last = undefined
      else void flush().then(() => (last = undefined))
    },
    async undo() {
      await flush()
      pending = {}
      faults = {}
      last = undefined
      await post('theme/undo')
      told()
    },
    async reset() {
      clearTimeout(timer)
      timer = undefined
      pending = {}
      faults = {}
      last = undefined
      await post('theme/reset')
      told()
    },
    async save(mark) {
      await flush()
      const answer = await post('theme/save', { mark }).catch(() => undefined)
      if (!answer) return 'The preview does not answer; it was not written.'
      const body = await answer.json().catch(() => ({}))
      return answer.ok ? undefined : (body.fault ?? 'It was not written.')
    },
  }
}
