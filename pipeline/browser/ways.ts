import { posix, win32 } from 'node:path'
import { BrowserUnavailable } from '../world.js'

/** What was done before giving up, for the message. */
export interface Search {
  readonly platform: NodeJS.Platform
  /** Paths and folders that were looked at. */
  readonly tried: readonly string[]
  /** A sentence for each thing that was done to get one and failed. */
  readonly attempts?: readonly string[]
}

const purpose = 'The PDF is printed by one (Chromium or Chrome); the other formats need none.'

/** There is no browser. The message says what was looked at and lists every way to get one. */
export class NoBrowser extends BrowserUnavailable {
  override name = 'NoBrowser'

  constructor(readonly search: Search) {
    const { platform, tried, attempts = [] } = search
    super(
      [
        `${attempts.length > 0 ? 'No browser could be installed' : 'No browser was found'}. ${purpose}`,
        ...section('What was tried to get one:', attempts),
        ...section('Looked at:', summary(tried, platform)),
        ...section('Any one of these mends it:', waysToGetOne(platform)),
      ].join('\n'),
    )
  }
}

function section(head: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [head, ...lines.map(line => `  ${line}`)]
}

/** What to type, by system; the same on all where it is ours. */
export function waysToGetOne(platform: NodeJS.Platform): readonly string[] {
  return [
    "trifold browser install                 downloads chrome-headless-shell into puppeteer's cache",
    ...(systemWays[platform] ?? systemWays.linux ?? []),
    'PUPPETEER_EXECUTABLE_PATH=/path/to/it   names a Chromium, Chrome or Edge that is there already',
  ]
}

const systemWays: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    'apt-get install chromium-headless-shell as root, on Debian',
    'dnf install chromium-headless as root, on Fedora',
    'https://www.google.com/chrome/          Chrome for Ubuntu and others',
  ],
  darwin: ['brew install --cask google-chrome       or from https://www.google.com/chrome/'],
  win32: ['winget install Google.Chrome            or from https://www.google.com/chrome/'],
}

/** Paths in few lines: folders that were searched for the same names stand together. */
function summary(paths: readonly string[], platform: NodeJS.Platform): string[] {
  const { dirname, basename } = platform === 'win32' ? win32 : posix
  const foldersByNames = new Map<string, string[]>()
  for (const folder of new Set(paths.map(path => dirname(path)))) {
    const names = paths
      .filter(path => dirname(path) === folder)
      .map(path => basename(path))
      .join(', ')
    foldersByNames.set(names, [...(foldersByNames.get(names) ?? []), folder])
  }
  return [...foldersByNames].map(([names, folders]) => `${names} in ${folders.join(', ')}`)
}
