import type { RunCommand } from './run.js'

// Debian's own packages, with the libraries they need. Ubuntu's `chromium` is a stub for a snap, or not there.
const packages = ['chromium-headless-shell', 'chromium']

// Bounds for a machine whose mirrors do not answer (seconds), and for another apt that is at work.
const bounds = [
  '-o',
  'Acquire::http::Timeout=20',
  '-o',
  'Acquire::https::Timeout=20',
  '-o',
  'Acquire::Retries=1',
  '-o',
  'DPkg::Lock::Timeout=120',
]

/**
 * Installs a browser as root on Debian and its kin.
 *
 * @returns the package that was installed, or why none could be
 */
export async function installByApt(
  run: RunCommand,
  note: (line: string) => void,
  signal?: AbortSignal,
): Promise<{ readonly installed: string } | { readonly refused: string }> {
  note('Refreshing the list of packages (apt-get update)')
  const update = await run('apt-get', [...bounds, 'update'], signal)
  let refused = ''
  for (const name of packages) {
    signal?.throwIfAborted()
    note(`Installing the package ${name} (apt-get install)`)
    const { code, output } = await run(
      'apt-get',
      [...bounds, 'install', '-y', '--no-install-recommends', name],
      signal,
    )
    if (code === 0) return { installed: name }
    refused ||= aptError(output) ?? `apt-get ended with code ${code}`
  }
  // Where the lists could not be fetched, that is the reason and the missing package its consequence.
  return { refused: (update.code !== 0 && aptError(update.output)) || refused }
}

function aptError(output: string): string | undefined {
  return /^E: (.*)$/m.exec(output)?.[1]
}
