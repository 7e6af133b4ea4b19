import type { Browser } from 'puppeteer'
import type { Picture } from '../../../templates/report/account.js'
import { closedAddress } from '../../browser/closed-page.js'
import type { Rendition } from '../../render/rendition.js'
import { type Shot, shots } from './shot.js'

const address = closedAddress('page')

const screen = (label: string, width: number, ratio: number, scheme: Shot['scheme'] = 'light'): Shot => ({
  label,
  address,
  width,
  ratio,
  scheme,
})

const wanted = {
  email: {
    file: 'email.html',
    shots: [
      screen('In the light, 600 px', 600, 2),
      screen('In the dark, 600 px', 600, 2, 'dark'),
      screen('On a telephone, 360 px', 360, 10 / 3),
    ],
  },
  web: {
    file: 'index.html',
    shots: [
      screen('In the light, 960 px', 960, 1.25),
      screen('In the dark, 960 px', 960, 1.25, 'dark'),
      screen('On a telephone, 360 px', 360, 25 / 12),
    ],
  },
} as const

/** An email or a web page on the screens that people read it on. @throws Error when the browser fails */
export async function screens(
  browser: Browser,
  format: keyof typeof wanted,
  { files }: Rendition,
): Promise<Picture[]> {
  const { file, shots: all } = wanted[format]
  const page = files.find(({ path }) => path === file)
  if (!page) return []
  return shots(browser, format, all, url => {
    if (url === address) return { bytes: page.bytes, type: 'text/html; charset=utf-8' }
    const asked = files.find(({ path }) => path !== file && url.endsWith(`/${path}`))
    return asked && { bytes: asked.bytes }
  })
}
