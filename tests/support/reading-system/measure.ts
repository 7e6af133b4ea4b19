import type { Page } from 'puppeteer'

/**
 * What of a chapter leaves its column, by how many CSS pixels: its elements, and lines of its text. What is inside of
 * something that scrolls does not.
 */
export const beyondColumn = (page: Page, vertical = false): Promise<string[]> =>
  page.evaluate(isVertical => {
    const box = document.body.getBoundingClientRect()
    const found: string[] = []
    const tell = (what: string, { left, right, top, bottom }: DOMRect) => {
      const over = isVertical
        ? Math.max(box.top - top, bottom - box.bottom)
        : Math.max(box.left - left, right - box.right)
      if (over > 1) found.push(`${what}: ${Math.round(over)}`)
    }
    const scrolled = (node: Node) => {
      for (let at = node.parentElement; at && at !== document.body; at = at.parentElement)
        if (getComputedStyle(at).overflowX === 'auto') return true
      return false
    }
    for (const element of document.body.querySelectorAll('*')) {
      if (scrolled(element)) continue
      if (element.closest('math')?.parentElement?.closest('math')) continue
      const name = `${element.localName}.${element.getAttribute('class') ?? ''}`
      for (const rectangle of element.getClientRects()) tell(name, rectangle)
    }
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      if (scrolled(node)) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const rectangle of range.getClientRects()) tell(`"${node.textContent?.trim()}"`, rectangle)
    }
    return [...new Set(found)]
  }, vertical)

/** What of a chapter has a colour or a ground of its own where it should have the reader's: links may have the system's. */
export const ownColours = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const ink = getComputedStyle(document.body).color
    const clear = 'rgba(0, 0, 0, 0)'
    return [...document.body.querySelectorAll<HTMLElement>('*')].flatMap(element => {
      if (element.closest('a')) return []
      const style = getComputedStyle(element)
      const lines = ['Top', 'Right', 'Bottom', 'Left'] as const
      const wrong = [
        ...(style.color === ink ? [] : [`color ${style.color}`]),
        ...(style.backgroundColor === clear ? [] : [`ground ${style.backgroundColor}`]),
        ...lines.flatMap(side => {
          const drawn = style[`border${side}Style`] !== 'none' && style[`border${side}Width`] !== '0px'
          const colour = style[`border${side}Color`]
          return drawn && colour !== ink ? [`border ${colour}`] : []
        }),
      ]
      return wrong.map(what => `${element.localName}.${element.getAttribute('class') ?? ''}: ${what}`)
    })
  })
