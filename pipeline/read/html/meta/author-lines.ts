import type { Element, ElementContent } from 'hast'
import type { ArticleBlock } from '../article-blocks.js'
import { attributeOf, childElements, elementsIn, isNamed, wordsOf } from '../nodes.js'
import { isName, type PageAuthor } from './authors.js'

const profile = /\/(?:profiles|profile|authors?|people|staff|users?)\/[^/]/
const institution = /\/(?:institutions?|partners|organi[sz]ations?)\//
const bodies =
  /\b(?:universit\w*|universidad\w*|universidade|université|institut\w*|college|school|cent(?:re|er)|laborator\w*|museum|academy|hochschule|council|foundation|observatory|polytechnic|faculty|department)\b|جامعة|大学|研究所/i

/**
 * Authors of a line that names them with their role and institution, `Ishbel Tarrant, Visiting Fellow, University of
 * Saltmere`, as The Conversation writes it with links; none where the line is anything else.
 */
export function authorLine(node: ElementContent): PageAuthor[] {
  if (
    node.type !== 'element' ||
    !isNamed(node, 'p', 'span', 'div', 'em', 'address') ||
    wordsOf(node).length > 500
  )
    return []
  const links = [...elementsIn(node)].filter(at => isNamed(at, 'a'))
  const profiles = links.filter(link => profile.test(attributeOf(link, 'href')) && isName(wordsOf(link)))
  if (profiles.length === 0) return plainLine(wordsOf(node))
  const words = wordsOf(node)
  if (!words.replace(/^(?:by|von|par|por)\s+/i, '').startsWith(wordsOf(profiles[0] as Element))) return []
  const pieces = runsOf(node)
  const authors: PageAuthor[] = []
  let said: string[] = []
  let home = ''
  const close = () => {
    const last = authors.at(-1)
    if (!last) return
    const text = said
      .join(' ')
      .replace(/\s+/g, ' ')
      .replace(/\s*(?:;|,|\b(?:and|et|und|y|&))\s*$/i, '')
      .replace(/^[\s,]+|[\s,]+$/g, '')
    authors[authors.length - 1] = {
      ...last,
      ...(text ? { role: text } : {}),
      ...(home ? { affiliation: home } : {}),
    }
    said = []
    home = ''
  }
  for (const { text, kind, href } of pieces) {
    if (kind === 'profile') {
      close()
      authors.push({ name: text, url: href })
    } else if (kind === 'institution') home = home ? `${home}; ${text}` : text
    else if (authors.length > 0) said.push(text)
  }
  close()
  // A sentence about somebody is no byline: what follows the name is a role and an institution.
  return authors.every(({ role = '' }) => role.length < 120 && !/[.!?]\s|\b(?:is|was|has|says)\b/i.test(role))
    ? authors
    : []
}

interface Run {
  readonly text: string
  readonly kind: 'profile' | 'institution' | 'text'
  readonly href: string
}

function runsOf(node: Element): Run[] {
  return node.children.flatMap((child): Run[] => {
    if (child.type === 'text') return [{ text: child.value, kind: 'text', href: '' }]
    if (child.type !== 'element') return []
    const href = attributeOf(child, 'href')
    if (isNamed(child, 'a') && profile.test(href) && isName(wordsOf(child)))
      return [{ text: wordsOf(child), kind: 'profile', href }]
    if (isNamed(child, 'a') && institution.test(href))
      return [{ text: wordsOf(child), kind: 'institution', href }]
    if (isNamed(child, 'em', 'i') && childElements(child).length === 0 && wordsOf(child) !== '')
      return [{ text: wordsOf(child), kind: 'institution', href: '' }]
    return runsOf(child)
  })
}

/** Without links: a name, and after the last comma an institution. */
function plainLine(words: string): PageAuthor[] {
  if (words.length > 200 || /[.!?]\s|[.!?:]$/.test(words)) return []
  const [name = '', ...rest] = words.split(/,\s+/)
  const affiliation = rest.at(-1) ?? ''
  if (!isName(name) || name.split(/\s+/).length > 5 || !bodies.test(affiliation) || bodies.test(name))
    return []
  const role = rest.slice(0, -1).join(', ')
  return [{ name, ...(role ? { role } : {}), affiliation }]
}

const declares =
  /receives? (?:no )?funding|received funding|work for, consult|own shares|relevant affiliations|conflicts? of interest|competing interests|(?:is|are) (?:a )?members? of|nothing to disclose|ne travaille pas, ne conseille pas|no recibe salario|arbeitet für keine|لا يعمل/i
const heading =
  /^(?:disclosure(?: statement)?|disclosures|declaration of interests?|competing interests|conflicts? of interest|déclaration d['’]intérêts|cláusula de divulgación|offenlegungserklärung)$/i

/** What authors declare of their interests, at an article's end: each sentence goes to the author it begins with. */
export function disclosuresOf(
  foot: readonly ArticleBlock[],
  authors: readonly PageAuthor[],
): { authors: PageAuthor[]; taken: ArticleBlock[] } {
  const taken: ArticleBlock[] = []
  const declared = [...authors]
  let under = false
  for (const block of foot) {
    if (heading.test(block.words)) {
      under = true
      taken.push(block)
      continue
    }
    if (isNamed(block.node as Element, 'h1', 'h2', 'h3', 'h4')) under = false
    if (!declares.test(block.words) || block.words.length > 1200) continue
    const of = declared.findIndex(({ name }) => block.words.includes(name))
    const index = of >= 0 ? of : under && declared.length === 1 ? 0 : -1
    const author = declared[index]
    if (!author) continue
    const text = [author.disclosure, block.words].filter(Boolean).join(' ')
    declared[index] = { ...author, disclosure: text }
    taken.push(block)
  }
  // A heading with nothing taken from below it stays where it is.
  return { authors: declared, taken: taken.some(block => declares.test(block.words)) ? taken : [] }
}
