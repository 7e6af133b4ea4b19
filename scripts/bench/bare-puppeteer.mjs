// @ts-check
/** `node bare-puppeteer.mjs PAGE PDF BROWSER`: prints a page with puppeteer, as its documentation shows. */
import { argv, getuid } from 'node:process'
import { pathToFileURL } from 'node:url'
import puppeteer from 'puppeteer'

const [, , page = '', pdf = '', browserPath = ''] = argv
const browser = await puppeteer.launch({
  executablePath: browserPath,
  headless: /headless[-_]shell/.test(browserPath) ? 'shell' : true,
  pipe: true,
  // Chromium refuses its sandbox to root.
  args: getuid?.() === 0 ? ['--no-sandbox'] : [],
})
const tab = await browser.newPage()
await tab.goto(pathToFileURL(page).href, { waitUntil: 'load' })
await tab.pdf({ path: pdf, preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })
await browser.close()
