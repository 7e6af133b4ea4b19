import type { Frame } from 'puppeteer'
import { contrast, parseRgb } from '../../../pipeline/preview/page/recolour/colour.js'

/** A text that is hard to read: its contrast, its colour, its ground, and how it begins. */
export interface Faint {
  readonly contrast: number
  readonly ink: string
  readonly ground: string
  readonly text: string
}

/** Every text in a page that is seen, with less than `least` contrast to the ground behind it (WCAG 2.2, 1.4.3). */
export async function faintTexts(page: Pick<Frame, 'evaluate'>, least = 4.5): Promise<Faint[]> {
  const seen = await page.evaluate(inkAndGround)
  return seen.flatMap(one => {
    const [ink, ground] = [parseRgb(one.ink), parseRgb(one.ground)]
    if (!ink || !ground) return [{ ...one, contrast: 0 }]
    const ratio = contrast(ink, ground)
    return ratio < least ? [{ ...one, contrast: Math.round(ratio * 100) / 100 }] : []
  })
}

/** Colour and ground of each text, each pair once with the first text that has it. Runs in the page. */
function inkAndGround(): { ink: string; ground: string; text: string }[] {
  const clear = 'rgba(0, 0, 0, 0)'
  const pairs = new Map<string, { ink: string; ground: string; text: string }>()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue?.trim()
    const parent = node.parentElement
    if (!text || !parent || ['STYLE', 'TITLE', 'RP'].includes(parent.tagName)) continue
    if (!parent.checkVisibility()) continue
    let at: Element | null = parent
    while (at && getComputedStyle(at).backgroundColor === clear) at = at.parentElement
    const ink = getComputedStyle(parent).color
    const ground = at ? getComputedStyle(at).backgroundColor : 'rgb(255, 255, 255)'
    const key = `${ink} ${ground}`
    if (!pairs.has(key)) pairs.set(key, { ink, ground, text: `${parent.tagName}: ${text.slice(0, 40)}` })
  }
  return [...pairs.values()]
}
