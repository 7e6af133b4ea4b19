import { Resolver } from 'node:dns/promises'
import { type NameQueries, NamesUnavailable } from '../send/identity/names.js'

/** Milliseconds that a server of names has for an answer, and how often it is asked. */
const patience = { timeout: 3_000, tries: 2 }

/** That there is no such name, or no such record. */
const noRecord = new Set(['ENOTFOUND', 'ENODATA'])

/**
 * Asks the servers of names that this machine is set to.
 *
 * @param servers others in their place, as `127.0.0.1:5353`
 */
export function nodeNames(signal?: AbortSignal, servers?: readonly string[]): NameQueries {
  const resolver = new Resolver(patience)
  if (servers) resolver.setServers(servers)
  signal?.addEventListener('abort', () => resolver.cancel(), { once: true })
  const asked = async <Out>(name: string, ask: () => Promise<Out[]>): Promise<Out[]> => {
    signal?.throwIfAborted()
    try {
      return await ask()
    } catch (error) {
      signal?.throwIfAborted()
      // Errors of a resolver are Node's.
      const { code = 'no answer' } = error as NodeJS.ErrnoException
      if (noRecord.has(code)) return []
      throw new NamesUnavailable(`the names of ${name} could not be asked for (${code})`)
    }
  }
  return {
    txt: async name => (await asked(name, () => resolver.resolveTxt(name))).map(pieces => pieces.join('')),
    mx: async name =>
      (await asked(name, () => resolver.resolveMx(name)))
        .sort((a, b) => a.priority - b.priority)
        .map(({ exchange }) => exchange),
    async addresses(name) {
      const [four, six] = await Promise.all([
        asked(name, () => resolver.resolve4(name)),
        asked(name, () => resolver.resolve6(name)),
      ])
      return [...four, ...six]
    },
  }
}
