import { posix, win32 } from 'node:path'

/** What decides where this machine keeps its programs. */
export interface Machine {
  readonly platform: NodeJS.Platform
  /** The home folder. */
  readonly home: string
  readonly env: Readonly<Record<string, string | undefined>>
}

// The headless shell first, for it starts soonest. Debian and Fedora name theirs by Chromium, Google by Chrome.
const linuxNames = [
  'chromium-headless-shell',
  'chrome-headless-shell',
  'chromium',
  'google-chrome-stable',
  'google-chrome',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
  'brave-browser',
]

const linuxFolders = [
  '/usr/bin',
  '/usr/local/bin',
  '/usr/lib/chromium',
  '/usr/lib64/chromium',
  '/opt/google/chrome',
]

const macApplications = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'Brave Browser.app/Contents/MacOS/Brave Browser',
]

const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
]

/**
 * Where the browsers that people install are found, best first. Relative folders in PATH are passed over, so that
 * the working folder has no say in what is run.
 */
export function systemPlaces(machine: Machine): readonly string[] {
  if (machine.platform === 'win32') return windowsPlaces(machine.env)
  const names = searchFolders(machine.env.PATH, linuxNames)
  if (machine.platform !== 'darwin') return names
  const roots = ['/Applications', posix.join(machine.home, 'Applications')]
  return [...macApplications.flatMap(path => roots.map(root => posix.join(root, path))), ...names]
}

/** Where a command of that name would be. */
export function commandPlaces({ platform, env }: Machine, name: string): readonly string[] {
  const { delimiter, isAbsolute, join } = platform === 'win32' ? win32 : posix
  const file = platform === 'win32' && !/\.exe$/i.test(name) ? `${name}.exe` : name
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter(folder => isAbsolute(folder))
  return folders.map(folder => join(folder, file))
}

function searchFolders(path: string | undefined, names: readonly string[]): string[] {
  const fromPath = (path ?? '').split(':').filter(folder => posix.isAbsolute(folder))
  const folders = new Set([...fromPath.map(folder => posix.normalize(folder)), ...linuxFolders])
  // A snap sees neither our temporary folder nor hidden ones: it is tried when there is nothing else.
  folders.delete('/snap/bin')
  const all = names.flatMap(name => [...folders].map(folder => posix.join(folder, name)))
  return [...all, '/opt/google/chrome/chrome', '/snap/bin/chromium']
}

function windowsPlaces(env: Machine['env']): string[] {
  const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
    root => root !== undefined,
  )
  return windowsPrograms.flatMap(path => [...new Set(roots)].map(root => win32.join(root, path)))
}

/**
 * Where puppeteer keeps the browsers it fetched: PUPPETEER_CACHE_DIR, else `~/.cache/puppeteer` on every system.
 *
 * @see https://pptr.dev/api/puppeteer.configuration#cachedirectory
 */
export function puppeteerCache(machine: Machine): string {
  const given = machine.env.PUPPETEER_CACHE_DIR
  if (given) return given
  return (machine.platform === 'win32' ? win32 : posix).join(machine.home, '.cache', 'puppeteer')
}
