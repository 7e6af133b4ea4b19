/** Elements in one another while the page is read. Real pages have at most some hundred. */
const deepest = 600
/** Attributes of one element: a parser compares each new one with all before it. */
const mostAttributes = 500
/** Elements of formatting that a parser would open again, in every block after the one they were left open in. */
const mostReopened = 400_000

const voids = new Set(
  'area base br col embed hr img input link meta param source track wbr frame keygen'.split(' '),
)
/** HTML, 13.1.2.4: their end tag may be left out, and the next of their kind closes them. */
const selfClosing = new Set('p li dt dd tr td th thead tbody tfoot option optgroup rt rp colgroup'.split(' '))
/** HTML, 13.2.4.3: the list of active formatting elements. */
const formatting = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '))
const rawText = new Set('script style textarea title xmp iframe noembed noframes'.split(' '))

const tag = /<(\/?)([a-z][^\s/>]*)/giy
const space = /[\s/]/

/**
 * Says why a parser would take too long for the markup: elements in one another without end, an element of a thousand
 * attributes, formatting left open again and again. It looks at each character once, and knows only what it needs.
 */
export function markupFault(html: string): string | undefined {
  let depth = 0
  let reopened = 0
  const open = new Map<string, number>()
  let active = 0
  let at = html.indexOf('<')
  while (at >= 0) {
    if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at + 4)
      if (end < 0) return undefined
      at = html.indexOf('<', end)
      continue
    }
    tag.lastIndex = at
    const [, slash, written = ''] = tag.exec(html) ?? []
    const name = written.toLowerCase()
    if (name === '') {
      at = html.indexOf('<', at + 1)
      continue
    }
    const { end, attributes } = endOfTag(html, at + 1 + (slash?.length ?? 0) + name.length)
    if (attributes > mostAttributes) return tooMany('attributes in one tag', mostAttributes, html, at)
    if (formatting.has(name)) {
      const held = open.get(name) ?? 0
      // Of elements alike a parser keeps three (HTML, 13.2.4.3, the Noah's Ark clause); those with other attributes count.
      const counted = Math.min(slash ? Math.max(held - 1, 0) : held + 1, attributes === 0 ? 3 : 1_000_000)
      open.set(name, counted)
      active += counted - held
    } else if (!voids.has(name) && !selfClosing.has(name)) {
      depth = slash ? Math.max(depth - 1, 0) : depth + 1
      if (depth > deepest) return tooMany('elements in one another', deepest, html, at)
    }
    reopened += Math.max(active - 20, 0)
    if (reopened > mostReopened) return tooMany('elements left open', 20, html, at)
    if (!slash && rawText.has(name)) {
      const close = endOfRaw(html, end, name)
      if (close < 0) return undefined
      at = close
    } else at = html.indexOf('<', end)
  }
  return undefined
}

function tooMany(what: string, most: number, html: string, at: number): string {
  const line = html.slice(0, at).split('\n').length
  return `Unexpected markup at line ${line}, more than ${most} ${what}; expected a page that a browser saved`
}

/** Where a tag ends, and how many attributes it has. */
function endOfTag(html: string, from: number): { end: number; attributes: number } {
  let attributes = 0
  let inName = false
  let at = from
  for (; at < html.length; at++) {
    const character = html[at] ?? ''
    if (character === '>') break
    if (space.test(character)) inName = false
    else if (character === '"' || character === "'") {
      if (html[at - 1] === '=' || space.test(html[at - 1] ?? '')) {
        const close = html.indexOf(character, at + 1)
        if (close < 0) return { end: html.length, attributes }
        at = close
      }
    } else if (!inName) {
      inName = true
      attributes++
      if (attributes > mostAttributes) break
    }
  }
  return { end: at, attributes }
}

function endOfRaw(html: string, from: number, name: string): number {
  const end = new RegExp(`</${name}[\\s/>]`, 'gi')
  end.lastIndex = from
  return end.exec(html)?.index ?? -1
}
