import { describe, expect, test } from 'vitest'
import { type InstallMeans, installBrowser } from '../../../pipeline/browser/install.js'
import { NoBrowser } from '../../../pipeline/browser/ways.js'
import { BrowserUnavailable } from '../../../pipeline/world.js'
import { machine } from './machine.js'

const debian = ['/etc/debian_version', '/usr/bin/apt-get']
const systemShell = '/usr/bin/chromium-headless-shell'
const stagedPath = '/cache/.trifold-1/chrome-headless-shell'

/** Means in memory that write down what was done. apt "installs" what `archive` offers. */
function means(given: {
  files?: string[]
  reachable?: boolean
  archive?: readonly string[]
  broken?: readonly string[]
  root?: boolean
  arch?: string
  platform?: NodeJS.Platform
}): InstallMeans & { readonly done: string[] } {
  const done: string[] = []
  const files = [...(given.files ?? [])]
  return {
    done,
    host: machine({ files, platform: given.platform ?? 'linux' }),
    root: given.root ?? true,
    arch: given.arch ?? 'x64',
    async download(onProgress) {
      done.push('download')
      if (!given.reachable)
        throw new Error('All providers failed:\n  - DefaultProvider: getaddrinfo ENOTFOUND host')
      onProgress?.(5, 10)
      return {
        path: stagedPath,
        keep: async () => {
          done.push('keep')
          return '/cache/chrome-headless-shell'
        },
        discard: async () => void done.push('discard'),
      }
    },
    async run(command, args) {
      const words = args.filter((word, place) => !word.startsWith('-') && args[place - 1] !== '-o')
      done.push([command, ...words].join(' '))
      if (words[0] === 'update') return { code: 0, output: '' }
      const name = words[1] ?? ''
      if (!given.archive?.includes(name))
        return { code: 100, output: `Reading\nE: Unable to locate package ${name}\n` }
      files.push(`/usr/bin/${name}`)
      return { code: 0, output: '' }
    },
    reasonNotToStart: async browser =>
      given.broken?.includes(browser.path) ? 'libnss3.so is missing' : undefined,
  }
}

test('a download that runs is kept, and no package installed', async () => {
  const here = means({ reachable: true, files: debian, archive: ['chromium-headless-shell'] })
  const progress: [number, number][] = []
  const browser = await installBrowser({ onProgress: (...at) => progress.push(at) }, here)
  expect(browser).toEqual({
    found: true,
    path: '/cache/chrome-headless-shell',
    kind: 'headless-shell',
    source: 'puppeteer-cache',
  })
  expect(here.done).toEqual(['download', 'keep'])
  expect(progress).toEqual([[5, 10]])
})

describe('Debian, as root', () => {
  test('where the download is not reached: the package', async () => {
    const here = means({ files: debian, archive: ['chromium-headless-shell'] })
    const browser = await installBrowser({}, here)
    expect(browser).toMatchObject({ path: systemShell, source: 'system', kind: 'headless-shell' })
    expect(here.done).toEqual(['download', 'apt-get update', 'apt-get install chromium-headless-shell'])
  })

  test('where the download lacks libraries: thrown away, and the package, which brings its own', async () => {
    const here = means({
      reachable: true,
      files: debian,
      archive: ['chromium-headless-shell'],
      broken: [stagedPath],
    })
    expect(await installBrowser({}, here)).toMatchObject({ path: systemShell })
    expect(here.done).toContain('discard')
    expect(here.done).not.toContain('keep')
  })

  test('an archive without the headless shell: chromium', async () => {
    const here = means({ files: debian, archive: ['chromium'] })
    expect(await installBrowser({}, here)).toMatchObject({ path: '/usr/bin/chromium', kind: 'full' })
  })

  test('on ARM nothing is downloaded, for there is no build', async () => {
    const here = means({
      files: debian,
      archive: ['chromium-headless-shell'],
      reachable: true,
      arch: 'arm64',
    })
    expect(await installBrowser({}, here)).toMatchObject({ path: systemShell })
    expect(here.done).not.toContain('download')
  })
})

describe('where nothing gives a browser, one error says all', () => {
  test.each([
    ['no package', { files: debian }, ['ENOTFOUND host', 'Unable to locate package chromium-headless-shell']],
    ['not root', { files: debian, root: false }, ['ENOTFOUND host', 'takes root']],
    ['not Debian', {}, ['ENOTFOUND host', 'only on Debian']],
    [
      'a package that is broken',
      { files: debian, archive: ['chromium'], broken: ['/usr/bin/chromium'] },
      ['libnss3.so'],
    ],
    [
      'a download that is broken',
      { reachable: true, broken: [stagedPath] },
      ['downloaded and does not start', 'libnss3'],
    ],
  ])('%s', async (_, given, words) => {
    const refused = await installBrowser({}, means(given)).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(NoBrowser)
    expect(refused).toBeInstanceOf(BrowserUnavailable)
    const { message } = refused as NoBrowser
    for (const word of words) expect(message).toContain(word)
    for (const way of [
      'trifold browser install',
      'PUPPETEER_EXECUTABLE_PATH=',
      'apt-get install',
      'google.com/chrome',
    ]) {
      expect(message).toContain(way)
    }
  })

  test('it names the ways of the system it is on', async () => {
    await expect(installBrowser({}, means({ platform: 'darwin' }))).rejects.toThrow('brew install')
    await expect(installBrowser({}, means({ platform: 'win32' }))).rejects.toThrow('winget install')
    await expect(installBrowser({}, means({ platform: 'win32' }))).rejects.not.toThrow('apt-get')
  })
})

test('an aborted signal stops it at once', async () => {
  const here = means({ files: debian, archive: ['chromium'] })
  const signal = AbortSignal.abort(new Error('enough'))
  await expect(installBrowser({ signal }, here)).rejects.toThrow('enough')
  expect(here.done).toEqual(['download'])
})

test('folders that were searched for the same names stand together', () => {
  const tried = [
    '/c/puppeteer',
    '/usr/bin/chromium',
    '/opt/chromium',
    '/usr/bin/brave',
    '/opt/brave',
    '/snap/chromium',
  ]
  const { message } = new NoBrowser({ platform: 'linux', tried })
  expect(message).toContain(
    'Looked at:\n  puppeteer in /c\n  chromium, brave in /usr/bin, /opt\n  chromium in /snap\n',
  )
  expect(message).toMatch(/^No browser was found\./)
})
