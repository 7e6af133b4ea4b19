import type { Element, ElementContent, Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { attributeOf, elementsIn, firstIn, isNamed, namesOf, rewrite, standIn } from '../nodes.js'

const pictured = /latex\.php|codecogs\.com|mathtex|\/media\/math\/render|\/latex\?|chart\?cht=tx/i

/**
 * Formulas back to MathML or TeX, from what KaTeX, MathJax, MediaWiki, pandoc and WordPress make of them.
 *
 * @param typeset whether the page loads a program that sets TeX between `\(` and `\)` where it stands in the text
 */
export function settleMath(body: Root, typeset: boolean): void {
  const hasScripts = firstIn(body, isTexScript) !== undefined
  rewrite(body, node => {
    const names = namesOf(node)
    if (isTexScript(node))
      return [formula(node, texOf(node), /mode=display/i.test(String(node.properties.type)))]
    if (names.includes(' katex-display ')) return displayed(node)
    if (names.includes(' katex ')) {
      const tex = annotationIn(node)
      return tex === undefined ? undefined : [formula(node, tex, false)]
    }
    if (names.includes(' katex-html ')) return []
    if (names.includes(' mwe-math-element ')) return mediaWiki(node)
    if (isNamed(node, 'mjx-container')) return mathjax(node)
    if (/ mathjax(?:_preview|_display|_svg_display|_svg|_chtml)? /.test(names) && !isNamed(node, 'math')) {
      return hasScripts ? [] : fromData(node)
    }
    if (
      isNamed(node, 'img') &&
      (names.includes(' latex ') || pictured.test(attributeOf(node, 'src', 'dataLazySrc')))
    ) {
      const tex = plainTex(attributeOf(node, 'alt'))
      return tex === '' ? undefined : [formula(node, tex, names.includes('display'))]
    }
    // pandoc --katex and --mathjax: <span class="math inline">\(x\)</span>.
    if (isNamed(node, 'span') && / math (?:inline|display) /.test(names)) {
      return firstIn(node, child => isNamed(child, 'math', 'tf-math', 'tf-equation'))
        ? undefined
        : [formula(node, plainTex(textOf(node)), names.includes(' display '))]
    }
    if (isNamed(node, 'annotation') && /tex/i.test(attributeOf(node, 'encoding'))) {
      node.children = [{ type: 'text', value: plainTex(textOf(node)) }]
    }
    return undefined
  })
  if (typeset) betweenSigns(body)
}

const isTexScript = (node: Element) =>
  isNamed(node, 'script') && /^math\/tex/i.test(String(node.properties.type ?? ''))

const formula = (from: Element, tex: string, display: boolean) =>
  standIn(from, display ? 'tf-equation' : 'tf-math', { tex })

/** TeX without what a page puts around it: signs at its ends, MediaWiki's group for the style, kramdown's CDATA. */
function plainTex(written: string): string {
  const tex = written
    .replace(/^\s*%\s*<!\[CDATA\[/, '')
    .replace(/%\s*\]\]>\s*$/, '')
    .trim()
  const inner =
    /^\\\((.*)\\\)$/s.exec(tex) ?? /^\\\[(.*)\\\]$/s.exec(tex) ?? /^(?:\$\$?)(.*?)(?:\$\$?)$/s.exec(tex)
  const bare = (inner?.[1] ?? tex).trim()
  return (/^\{\\(?:displaystyle|textstyle) ?(.*)\}$/s.exec(bare)?.[1] ?? bare).trim()
}

const texOf = (node: Element) => plainTex(textOf(node))

function annotationIn(node: Element): string | undefined {
  const found = firstIn(node, at => isNamed(at, 'annotation') && /tex/i.test(attributeOf(at, 'encoding')))
  return found && texOf(found)
}

/** The formula in it was found before it, children first. */
function displayed(node: Element): ElementContent[] | undefined {
  const inner = firstIn(node, child => isNamed(child, 'tf-math'))
  return inner ? [formula(node, attributeOf(inner, 'tex'), true)] : undefined
}

function mediaWiki(node: Element): ElementContent[] | undefined {
  const display =
    namesOf(node).includes('display') ||
    firstIn(node, at => attributeOf(at, 'display') === 'block') !== undefined
  const math = firstIn(node, at => isNamed(at, 'math'))
  if (math) return [{ ...math, properties: { ...math.properties, ...(display ? { display: 'block' } : {}) } }]
  const [inner] = elementsIn(node)
  return inner && isNamed(inner, 'tf-math') ? [formula(node, attributeOf(inner, 'tex'), display)] : undefined
}

function mathjax(node: Element): ElementContent[] {
  const math = firstIn(node, at => isNamed(at, 'math'))
  if (!math) return [node]
  const display = attributeOf(node, 'display') === 'true' || attributeOf(math, 'display') === 'block'
  return [{ ...math, properties: { ...math.properties, ...(display ? { display: 'block' } : {}) } }]
}

/** MathJax 2 without its scripts: the formula is kept for assistive technology. */
function fromData(node: Element): ElementContent[] {
  const math = firstIn(node, at => isNamed(at, 'math'))
  return math ? [math] : []
}

/** No formula is longer; without a bound a thousand openings would each be looked after to the end. */
const unset = /\\\[([\s\S]{1,1500}?)\\\]|\$\$([\s\S]{1,1500}?)\$\$|\\\(([\s\S]{1,1500}?)\\\)/g

/** TeX that the page's program would have set. */
function betweenSigns(tree: Root | Element): void {
  const children: ElementContent[] = []
  for (const child of tree.children) {
    if (child.type === 'element') {
      if (!isNamed(child, 'code', 'pre', 'kbd', 'samp', 'script', 'style', 'math')) betweenSigns(child)
      children.push(child)
    } else if (child.type === 'text') {
      let end = 0
      for (const { 0: whole, 1: bracketed, 2: dollars, 3: inline = '', index } of child.value.matchAll(
        unset,
      )) {
        const before = child.value.slice(end, index)
        if (before !== '') children.push({ ...child, value: before })
        const display = bracketed ?? dollars
        const tagName = display === undefined ? 'tf-math' : 'tf-equation'
        const position = child.position ? { position: child.position } : {}
        children.push({
          type: 'element',
          tagName,
          properties: { tex: (display ?? inline).trim() },
          children: [],
          ...position,
        })
        end = index + whole.length
      }
      children.push(end === 0 ? child : { ...child, value: child.value.slice(end) })
    } else if (child.type === 'comment') children.push(child)
  }
  tree.children = children
}
