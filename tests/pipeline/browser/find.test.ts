import { describe, expect, test } from 'vitest'
import { BrowserPathWrong } from '../../../pipeline/browser/errors.js'
import { findBrowser } from '../../../pipeline/browser/find.js'
import { BrowserUnavailable } from '../../../pipeline/world.js'
import { machine } from './machine.js'

const cache = '/home/ann/.cache/puppeteer'
const cachedShell = `${cache}/chrome-headless-shell/linux-148.0.1.2/chrome-headless-shell-linux64/chrome-headless-shell`
const cachedChrome = `${cache}/chrome/linux-150.0.1.2/chrome-linux64/chrome`
const everything = machine({
  files: [
    '/opt/mine',
    '/opt/env',
    cachedShell,
    cachedChrome,
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/chromium',
  ],
  env: { PUPPETEER_EXECUTABLE_PATH: '/opt/env', PATH: '/usr/bin' },
  cached: {
    [cache]: [
      { path: cachedChrome, version: '150.0.1.2' },
      { path: cachedShell, version: '148.0.1.2' },
    ],
  },
})

describe('the order', () => {
  test('a given path comes first', async () => {
    expect(await findBrowser({ ...everything, path: '/opt/mine' })).toEqual({
      found: true,
      path: '/opt/mine',
      kind: 'full',
      source: 'option',
    })
  })

  test('then PUPPETEER_EXECUTABLE_PATH', async () => {
    expect(await findBrowser(everything)).toMatchObject({ path: '/opt/env', source: 'environment' })
  })

  test("then puppeteer's cache, the headless shell before a newer Chrome", async () => {
    expect(await findBrowser({ ...everything, env: { PATH: '/usr/bin' } })).toEqual({
      found: true,
      path: cachedShell,
      kind: 'headless-shell',
      source: 'puppeteer-cache',
    })
  })

  test('then what the system has, the headless shell first', async () => {
    const host = machine({
      files: ['/usr/bin/chromium', '/usr/bin/chromium-headless-shell', '/usr/bin/google-chrome'],
    })
    expect(await findBrowser(host)).toEqual({
      found: true,
      path: '/usr/bin/chromium-headless-shell',
      kind: 'headless-shell',
      source: 'system',
    })
  })
})

describe('a path that was given and leads nowhere', () => {
  test.each([
    ['by option', { ...everything, path: '/opt/gone' }, /\/opt\/gone.*option/],
    [
      'by environment',
      { ...everything, env: { PUPPETEER_EXECUTABLE_PATH: '/opt/gone' } },
      /PUPPETEER_EXECUTABLE_PATH/,
    ],
  ])('is an error and not fallen through: %s', async (_, options, words) => {
    const refused = findBrowser(options)
    await expect(refused).rejects.toThrow(BrowserPathWrong)
    await expect(refused).rejects.toThrow(BrowserUnavailable)
    await expect(refused).rejects.toThrow(words)
  })

  test.each([
    [
      'on Linux',
      machine({ env: { PATH: '/usr/bin:/nix/bin' }, files: ['/nix/bin/my-chrome'] }),
      '/nix/bin/my-chrome',
    ],
    [
      'on Windows',
      machine({ platform: 'win32', env: { Path: 'C:\\a;C:\\b' }, files: ['C:\\b\\my-chrome.exe'] }),
      'C:\\b\\my-chrome.exe',
    ],
  ])('may be the name of a command, %s', async (_, host, path) => {
    expect(await findBrowser({ ...host, path: 'my-chrome' })).toMatchObject({ path, source: 'option' })
    await expect(findBrowser({ ...host, path: 'other' })).rejects.toThrow(BrowserPathWrong)
  })

  test('an empty variable is no path', async () => {
    expect(await findBrowser({ ...everything, env: { PUPPETEER_EXECUTABLE_PATH: '' } })).toMatchObject({
      found: true,
    })
  })
})

describe("puppeteer's cache", () => {
  test('gives the newest of a kind, by number and not by letter', async () => {
    const of = (version: string) => ({ path: `/c/${version}/chrome-headless-shell`, version })
    const cached = { '/c': [of('99.0.0.0'), of('148.0.9.0'), of('148.0.10.0')] }
    const host = machine({
      env: { PUPPETEER_CACHE_DIR: '/c' },
      cached,
      files: cached['/c'].map(({ path }) => path),
    })
    expect(await findBrowser(host)).toMatchObject({ path: '/c/148.0.10.0/chrome-headless-shell' })
  })

  test('a build whose program is missing is passed over', async () => {
    const host = machine({
      cached: { [cache]: [{ path: cachedShell, version: '1' }] },
      files: ['/usr/bin/chromium'],
    })
    expect(await findBrowser(host)).toMatchObject({ path: '/usr/bin/chromium', kind: 'full' })
  })
})

describe('places of the system', () => {
  const chromeExe = 'Google\\Chrome\\Application\\chrome.exe'
  test.each([
    ['a folder of PATH', machine({ env: { PATH: '/nix/bin:/usr/bin' }, files: ['/nix/bin/chromium'] })],
    ['no PATH at all', machine({ files: ['/usr/bin/google-chrome-stable'] })],
    ['a snap', machine({ env: { PATH: '/snap/bin' }, files: ['/snap/bin/chromium'] })],
    [
      'macOS',
      machine({
        platform: 'darwin',
        files: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
      }),
    ],
    [
      "macOS, a user's own",
      machine({ platform: 'darwin', files: ['/home/ann/Applications/Chromium.app/Contents/MacOS/Chromium'] }),
    ],
    [
      'Windows',
      machine({
        platform: 'win32',
        env: { PROGRAMFILES: 'C:\\Program Files' },
        files: [`C:\\Program Files\\${chromeExe}`],
      }),
    ],
    [
      'Windows, per user',
      machine({ platform: 'win32', env: { LOCALAPPDATA: 'C:\\L' }, files: [`C:\\L\\${chromeExe}`] }),
    ],
  ])('%s', async (_, host) => {
    const found = await findBrowser(host)
    expect(found).toMatchObject({ found: true, source: 'system', kind: 'full' })
  })

  test('the working folder has no say', async () => {
    const host = machine({ env: { PATH: 'bin:.:' }, files: ['bin/chromium', './chromium', 'chromium'] })
    expect(await findBrowser(host)).toMatchObject({ found: false })
  })

  test('a snap only when there is nothing else', async () => {
    const host = machine({
      env: { PATH: '/snap/bin:/usr/bin' },
      files: ['/snap/bin/chromium', '/usr/bin/brave-browser'],
    })
    expect(await findBrowser(host)).toMatchObject({ path: '/usr/bin/brave-browser' })
  })
})

test('where there is none, every place that was looked at is named', async () => {
  const missing = await findBrowser(machine({ env: { PATH: '/nix/bin' } }))
  expect(missing.found).toBe(false)
  expect(missing).toHaveProperty(
    'tried',
    expect.arrayContaining([cache, '/nix/bin/chromium', '/usr/bin/google-chrome']),
  )
})
