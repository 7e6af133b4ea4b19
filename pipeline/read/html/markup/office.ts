import type { Element, ElementContent, Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import {
  attributeOf,
  elementsIn,
  firstIn,
  isNamed,
  isUnseen,
  namesOf,
  rewrite,
  standIn,
  wordsOf,
} from '../nodes.js'
import { nestLists, type WrittenItem } from './office-lists.js'

/** What Word, LibreOffice and Google Docs say by styles alone, as the elements that mean it. */
export function settleOffice(root: Root, body: Root): void {
  const styles = firstIn(
    root,
    node => isNamed(node, 'style') && /mso-|\.c\d+\s*\{|\.lst-kix/.test(textOf(node)),
  )
  const inWord = [...elementsIn(body)].some(node => / mso\w*/.test(namesOf(node)))
  const inDocs = firstIn(body, node => attributeOf(node, 'id').startsWith('docs-internal-guid')) !== undefined
  if (!styles && !inWord && !inDocs) return
  const classes = classStyles(root)
  rewrite(body, node => {
    if (isNamed(node, 'o:p')) return wordsOf(node) === '' ? [] : node.children
    if (isNamed(node, 'span', 'font')) return emphasised(node, classes)
    if (isNamed(node, 'p')) return paragraph(node)
    // Google Docs puts a whole paste into one `b` that is not bold.
    if (isNamed(node, 'b') && /font-weight\s*:\s*normal/i.test(attributeOf(node, 'style')))
      return node.children
    return undefined
  })
  nestLists(body, itemOf)
}

/** The styles of a document's own classes, `.c4{font-weight:700}`. */
function classStyles(root: Root): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const node of elementsIn(root)) {
    if (!isNamed(node, 'style')) continue
    for (const [, name = '', rules = ''] of textOf(node).matchAll(/\.(c\d+)\s*\{([^}]{0,2000})\}/g))
      found.set(name, rules)
  }
  return found
}

function emphasised(node: Element, classes: ReadonlyMap<string, string>): ElementContent[] {
  const own = Array.isArray(node.properties.className) ? node.properties.className : []
  const style = [...own.map(name => classes.get(String(name)) ?? ''), attributeOf(node, 'style')].join(';')
  const is = (pattern: RegExp) => pattern.test(style)
  // Lists are made by these later.
  if (is(/mso-list\s*:\s*ignore/i)) return [node]
  if (wordsOf(node) === '' && !firstIn(node, at => isNamed(at, 'img'))) return node.children
  let children = node.children
  const around = (name: string) => {
    children = [standIn(node, name, {}, children)]
  }
  if (is(/font-weight\s*:\s*(?:bold|[6-9]00)/i)) around('strong')
  if (is(/font-style\s*:\s*italic/i)) around('em')
  if (is(/vertical-align\s*:\s*super/i) && !firstIn(node, at => isNamed(at, 'sup'))) around('sup')
  if (is(/vertical-align\s*:\s*sub/i)) around('sub')
  if (is(/text-decoration\s*:\s*line-through/i)) around('del')
  const { lang, dir, id } = node.properties
  return lang || dir || id ? [standIn(node, 'span', { lang, dir, id }, children)] : children
}

function paragraph(node: Element): ElementContent[] | undefined {
  const names = namesOf(node)
  if (/ (?:msotitle|title) /.test(names)) return [standIn(node, 'h1', {}, node.children)]
  if (/ (?:msosubtitle|subtitle) /.test(names))
    return [standIn(node, 'p', { className: ['subtitle'] }, node.children)]
  if (/ (?:msoquote|msointensequote) /.test(names))
    return [standIn(node, 'blockquote', {}, [standIn(node, 'p', {}, node.children)])]
  const heading = / msoheading(\d) /.exec(names)?.[1]
  if (heading) return [standIn(node, `h${heading}`, {}, node.children)]
  const seen = node.children.some(child => !isUnseen(child))
  return seen && (wordsOf(node) !== '' || firstIn(node, at => isNamed(at, 'img', 'tf-math', 'math')))
    ? undefined
    : []
}

/** A paragraph of Word's that is an item, or a list of Google's that is one level of another. */
function itemOf(node: Element): WrittenItem | undefined {
  if (isNamed(node, 'p')) {
    const level = /mso-list\s*:\s*l\d+\s+level(\d)/i.exec(attributeOf(node, 'style'))?.[1]
    if (!level) return undefined
    const marker = firstIn(node, at => /mso-list\s*:\s*ignore/i.test(attributeOf(at, 'style')))
    const mark = marker ? wordsOf(marker) : ''
    const bare = standIn(node, 'li', {}, node.children)
    rewrite(bare, at => (at === marker ? [] : undefined))
    return { level: Number(level), ordered: /^[([]?(?:\d+|[a-z]|[ivx]+)[.)\]]$/i.test(mark), items: [bare] }
  }
  if (!isNamed(node, 'ul', 'ol')) return undefined
  const level = / lst-kix_\w+-(\d) /.exec(namesOf(node))?.[1]
  if (level === undefined) return undefined
  return {
    level: Number(level) + 1,
    ordered: isNamed(node, 'ol'),
    items: node.children.filter((child): child is Element => isNamed(child, 'li')),
  }
}
