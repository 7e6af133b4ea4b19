import { findBrowser } from '../browser/find.js'
import { nodeBrowserHost } from '../browser/host.js'
import { installBrowser, nodeMeans } from '../browser/install.js'
import { BrowserUnavailable } from '../world.js'
import { type ExitCode, exit } from './exit.js'
import type { CommonOptions, Session } from './session.js'

/** `trifold browser install`: gets a browser where there is none. */
export async function installCommand(
  options: CommonOptions,
  { terminal, signal }: Session,
): Promise<ExitCode> {
  const host = nodeBrowserHost()
  try {
    const there = await findBrowser({ ...host, path: options.browser })
    if (there.found) {
      terminal.print(`There is a browser already: ${there.path}`)
      return exit.done
    }
    const got = await installBrowser(
      {
        onProgress: (received, total) => terminal.progress('browser', total > 0 ? received / total : 0),
        onNote: terminal.info,
        signal,
      },
      nodeMeans(host),
    )
    terminal.print(`Installed ${got.path}`)
    return exit.done
  } catch (error) {
    signal.throwIfAborted()
    if (!(error instanceof BrowserUnavailable)) throw error
    terminal.complain(error.message)
    return exit.use
  }
}
