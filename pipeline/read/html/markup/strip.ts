import type { Element, Root } from 'hast'
import type { Report } from '../../../messages.js'
import { attributeOf, firstIn, isNamed, namesOf, rewrite, wordsOf } from '../nodes.js'

const silent = new Set('script style link meta template title base param'.split(' '))
const controls = new Set('button select option textarea datalist output input dialog'.split(' '))

/**
 * Takes out what a page has for a browser alone: scripts, style sheets, controls, icons, and what is hidden. A reader
 * sees nothing of these, and one message counts them.
 */
export function stripMachinery(body: Root, report: Report): void {
  let scripts = 0
  const asked: Element[] = []
  rewrite(body, (node, ancestors) => {
    if (silent.has(node.tagName)) {
      if (node.tagName === 'script') scripts++
      return []
    }
    if (
      isNamed(node, 'input') &&
      node.properties.type === 'checkbox' &&
      ancestors.some(at => isNamed(at, 'li'))
    )
      return undefined
    if (controls.has(node.tagName)) {
      if (wordsOf(node) !== '') asked.push(node)
      return []
    }
    if (isNamed(node, 'svg')) return isIcon(node, ancestors) ? [] : undefined
    return isHidden(node) ? [] : undefined
  })
  if (scripts + asked.length === 0) return
  const parts = [
    ...(scripts > 0 ? [`${scripts} ${scripts === 1 ? 'script' : 'scripts'}`] : []),
    ...(asked.length > 0 ? [`${asked.length} ${asked.length === 1 ? 'control' : 'controls'}`] : []),
  ]
  report('html-furniture', `Unexpected ${parts.join(' and ')} of the page, left out; an article runs nothing`)
}

/** A drawing in a link or beside words is an icon; one in a figure, or of some size, is a drawing that is lost. */
function isIcon(node: Element, ancestors: readonly Element[]): boolean {
  if (ancestors.some(at => isNamed(at, 'a', 'button', 'nav', 'header', 'footer'))) return true
  if (attributeOf(node, 'ariaHidden') === 'true') return true
  if (ancestors.some(at => isNamed(at, 'figure'))) return false
  const width = Number.parseFloat(attributeOf(node, 'width'))
  return !(width > 100) && firstIn(node, child => isNamed(child, 'text')) === undefined
}

const hiddenStyle = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i
const forReaders = / (?:screen-reader-text|sr-only|visually-hidden|visuallyhidden|skip-link|skip-to-content) /

/** Whether nobody sees the element; its formulas, which are hidden beside their pictures, were read before. */
function isHidden(node: Element): boolean {
  if (node.properties.hidden === true || hiddenStyle.test(attributeOf(node, 'style'))) return true
  return forReaders.test(namesOf(node)) && !isNamed(node, 'h1')
}
