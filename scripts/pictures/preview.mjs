// @ts-check
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { launch } from 'puppeteer'

/** @type {typeof import('../../pipeline/browser/find.js')} */
const { findBrowser } = await import('../../build/pipeline/browser/find.js')
/** @type {typeof import('../../pipeline/browser/host.js')} */
const { nodeBrowserHost } = await import('../../build/pipeline/browser/host.js')

/** What the page of the picture shows: the email beside the PDF, and what the email weighs. */
const choice = {
  views: ['email', 'pdf'],
  panel: 'weight',
  source: 'content/forty-eight-minutes.md',
  kept: {},
}

/**
 * A picture of the preview of the sample publication.
 *
 * @param {string} root the project's folder, in which the program is built
 */
export async function previewPicture(root) {
  const found = await findBrowser(nodeBrowserHost())
  if (!found.found) throw new Error(`There is no browser: none in ${found.tried.join(', ')}`)
  const program = join(root, 'build/bundle/trifold.js')
  const child = spawn(execPath, [program, 'preview', '--port', '0'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const browser = await launch({ executablePath: found.path, args: ['--no-sandbox'] })
  try {
    const [line] = await once(child.stdout.setEncoding('utf8'), 'data')
    const page = await browser.newPage()
    await page.setViewport({ width: 1440, height: 860, deviceScaleFactor: 1.25 })
    await page.goto(line.trim())
    await page.evaluate(kept => sessionStorage.setItem('trifold.preview', JSON.stringify(kept)), choice)
    await page.reload()
    await page.waitForFunction(
      () => document.querySelector('.bar [role="status"]')?.textContent?.startsWith('Built'),
      { timeout: 120_000 },
    )
    await page.waitForSelector('.sheet canvas', { timeout: 30_000 })
    await page.evaluate(() => {
      const telephone = [...document.querySelectorAll('button')].find(
        ({ textContent }) => textContent === 'Telephone',
      )
      telephone?.click()
    })
    await new Promise(resolve => setTimeout(resolve, 1000))
    await page.evaluate(() => {
      const email = document.querySelector('iframe')?.contentDocument
      const words = [...(email?.querySelectorAll('p, div') ?? [])].findLast(({ textContent }) =>
        textContent?.includes('The page is wrong by'),
      )
      words?.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    })
    // The pictures of the email, and the pages of the PDF that are in sight, are drawn by then.
    await new Promise(resolve => setTimeout(resolve, 2000))
    return await page.screenshot({ type: 'png' })
  } finally {
    await browser.close()
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
}
