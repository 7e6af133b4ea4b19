import type { Page } from 'puppeteer'
import { cssOf, parseRgb } from '../../../pipeline/preview/page/recolour/colour.js'
import type { Inbox, Role } from '../../../pipeline/preview/page/recolour/inboxes.js'

const roles = ['ground', 'ink', 'line'] as const satisfies readonly Role[]

/** The email's HTML in the page, as it was made. */
export async function showEmail(page: Page, html: string): Promise<void> {
  await page.setContent(html, { waitUntil: 'load' })
  await page.evaluate(() => {
    // A client's page is white and its text black until somebody says otherwise.
    document.documentElement.style.cssText = 'background:#ffffff;color:#000000'
  })
}

/** Does to the email in the page what an inbox does; the page is then that inbox's, until another email is shown. */
export async function enterInbox(page: Page, inbox: Inbox): Promise<void> {
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: inbox.scheme }])
  if (!inbox.sheets) {
    await page.evaluate(() => {
      for (const sheet of document.querySelectorAll('style')) sheet.remove()
    })
  }
  const { recolour, attributes = false } = inbox
  if (!recolour) return
  const used = await page.evaluate(coloursUsed)
  const becomes = Object.fromEntries(
    roles.map(role => [role, used.map(css => [css, mapped(css, role)] as const)]),
  ) as Record<Role, [string, string][]>
  await page.evaluate(paintOver, becomes, attributes)

  function mapped(css: string, role: Role): string {
    const colour = parseRgb(css)
    return colour && recolour ? cssOf(recolour(colour, role)) : css
  }
}

/** Every colour that an element declares, as the browser computes it. Runs in the page. */
function coloursUsed(): string[] {
  const used = new Set<string>()
  for (const element of document.querySelectorAll<HTMLElement>('*')) {
    const computed = getComputedStyle(element)
    for (const property of ['color', 'background-color', 'border-top-color', 'border-bottom-color'] as const)
      used.add(computed.getPropertyValue(property))
    for (const property of ['border-left-color', 'border-right-color'])
      used.add(computed.getPropertyValue(property))
  }
  return [...used]
}

/** Writes the new colours over those of `style` and `bgcolor`. Runs in the page. */
function paintOver(becomes: Record<'ground' | 'ink' | 'line', [string, string][]>, attributes: boolean) {
  const maps = {
    ground: new Map(becomes.ground),
    ink: new Map(becomes.ink),
    line: new Map(becomes.line),
  }
  const declared: [string, 'ground' | 'ink' | 'line'][] = [
    ['background-color', 'ground'],
    ['color', 'ink'],
    ...['top', 'right', 'bottom', 'left'].map((side): [string, 'line'] => [`border-${side}-color`, 'line']),
  ]
  const changes: (() => void)[] = []
  for (const element of document.querySelectorAll<HTMLElement>('*')) {
    const computed = getComputedStyle(element)
    for (const [property, role] of declared) {
      const own = element.style.getPropertyValue(property) !== ''
      const byAttribute = role === 'ground' && element.hasAttribute('bgcolor')
      if (!own && !byAttribute) continue
      const next = maps[role].get(computed.getPropertyValue(property))
      if (next === undefined) continue
      changes.push(() => {
        element.style.setProperty(property, next)
        if (attributes && role === 'ground') element.setAttribute('data-ogsb', '')
        if (attributes && role === 'ink') element.setAttribute('data-ogsc', '')
      })
    }
  }
  for (const change of changes) change()
}
