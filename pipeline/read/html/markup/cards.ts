import type { Element, ElementContent, Root } from 'hast'
import {
  attributeOf,
  childElements,
  firstIn,
  isNamed,
  isUnseen,
  namesOf,
  rewrite,
  standIn,
  wordsOf,
} from '../nodes.js'

const buttons =
  / (?:button|btn|wp-block-button__link|wp-element-button|kg-btn|sqs-block-button-element|btn-primary|button-primary) /

/** Buttons, toggles and task lists, as Ghost, Notion, WordPress and others write them. */
export function settleCards(body: Root): void {
  rewrite(body, node => button(node) ?? toggle(node) ?? task(node) ?? address(node))
}

/** A link that looks like a button and stands alone is one. */
function button(node: Element): ElementContent[] | undefined {
  if (!isNamed(node, 'p', 'div')) return undefined
  const seen = node.children.filter(child => !isUnseen(child))
  const [only] = seen
  if (seen.length !== 1 || !isNamed(only, 'a') || !buttons.test(namesOf(only)) || wordsOf(only) === '')
    return undefined
  const href = attributeOf(only, 'href')
  if (!/^https?:/.test(href)) return undefined
  return [standIn(node, 'p', {}, [standIn(only, 'tf-button', { href }, only.children)])]
}

function toggle(node: Element): ElementContent[] | undefined {
  const names = namesOf(node)
  if (names.includes(' kg-toggle-card ')) {
    const head = firstIn(node, at => namesOf(at).includes(' kg-toggle-heading-text '))
    const content = firstIn(node, at => namesOf(at).includes(' kg-toggle-content '))
    if (!head || !content) return undefined
    return [standIn(node, 'details', {}, [standIn(head, 'summary', {}, head.children), ...content.children])]
  }
  // Notion: <ul class="toggle"><li><details>.
  if (isNamed(node, 'ul') && names.includes(' toggle ')) {
    const inner = childElements(node).flatMap(item => (isNamed(item, 'li') ? item.children : [item]))
    return inner.every(child => isUnseen(child) || isNamed(child, 'details')) ? inner : undefined
  }
  return undefined
}

/** Notion draws the box of a task. */
function task(node: Element): ElementContent[] | undefined {
  if (namesOf(node).includes(' kg-callout-emoji ')) return []
  if (!isNamed(node, 'div', 'span') || !/ checkbox(?:-on|-off)? /.test(namesOf(node)) || wordsOf(node) !== '')
    return undefined
  const checked = namesOf(node).includes(' checkbox-on ')
  return [standIn(node, 'input', { type: 'checkbox', checked })]
}

/** An address that a service counts clicks with leads where the service would send the reader. */
function address(node: Element): ElementContent[] | undefined {
  if (!isNamed(node, 'a')) return undefined
  const href = attributeOf(node, 'href')
  if (
    !/^https?:\/\/(?:www\.google\.com\/url|l\.facebook\.com\/l\.php|lm\.facebook\.com\/l\.php)\?/.test(href)
  )
    return undefined
  if (!URL.canParse(href)) return undefined
  const { searchParams } = new URL(href)
  const to = searchParams.get('q') ?? searchParams.get('u') ?? searchParams.get('url')
  if (to && /^https?:\/\//.test(to)) node.properties.href = to
  return undefined
}
