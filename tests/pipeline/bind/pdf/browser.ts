import { existsSync } from 'node:fs'
import puppeteer, { type Browser } from 'puppeteer'
import { printSafetyArgs } from '../../../../pipeline/bind/pdf/safety.js'

const places = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/google-chrome']

/** A browser for a test, over a pipe, with the flags of the printer unless others are given. */
export function launch(flags: readonly string[] = printSafetyArgs): Promise<Browser> {
  const executablePath = process.env.PUPPETEER_EXECUTABLE_PATH ?? places.find(place => existsSync(place))
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return puppeteer.launch({
    headless: 'shell',
    pipe: true,
    args: [...flags, ...sandbox],
    ...(executablePath ? { executablePath } : {}),
  })
}
