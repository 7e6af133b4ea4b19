// @ts-check
/**
 * `node raw-chromium.mjs PAGES PDFS BROWSER AT_ONCE`: prints all pages of a folder in one browser, started as ours is, so
 * many at a time, tagged and with an outline.
 */
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { argv, getuid } from 'node:process'
import { pathToFileURL } from 'node:url'
import puppeteer from 'puppeteer'
import { root } from '../setup/root.mjs'

const [, , pages = '', pdfs = '', browserPath = '', atOnce = ''] = argv
const { printSafetyArgs } = await import(
  pathToFileURL(join(root, 'build', 'pipeline', 'bind', 'pdf', 'safety.js')).href
)
const browser = await puppeteer.launch({
  executablePath: browserPath,
  headless: /headless[-_]shell/.test(browserPath) ? 'shell' : true,
  pipe: true,
  // Chromium refuses its sandbox to root.
  args: [...printSafetyArgs, ...(getuid?.() === 0 ? ['--no-sandbox'] : [])],
})
const waiting = readdirSync(pages)
  .filter(name => name.endsWith('.html'))
  .sort()
await Promise.all(
  Array.from({ length: Number(atOnce) }, async () => {
    const tab = await browser.newPage()
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      await tab.goto(pathToFileURL(join(pages, name)).href, { waitUntil: 'load' })
      await tab.pdf({
        path: join(pdfs, `${basename(name, '.html')}.pdf`),
        preferCSSPageSize: true,
        printBackground: true,
        tagged: true,
        outline: true,
      })
    }
  }),
)
await browser.close()
