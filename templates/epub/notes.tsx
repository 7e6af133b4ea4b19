import type { Element, ElementContent } from 'hast'
import type { ArticleElement } from '../../pipeline/article.js'
import type { Handler } from '../handlers.js'
import { said } from '../html/said.js'
import { type HtmlState, htmlOf } from '../html/state.js'
import { idIn } from '../rendering.js'

type Epub<Name extends 'noteref' | 'notes' | 'note'> = Handler<Name, ElementContent, HtmlState>

/**
 * A footnote's call as reading systems know it, to show the note on the page (EPUB 3 Structural Semantics, `noteref`):
 * superscript, as Kindle asks.
 */
export const noteref: Epub<'noteref'> = (node, { rendering, article }) => {
  const { id, note, number } = node.properties
  return [
    <sup className="noteref">
      <a
        id={idIn(rendering, article, id)}
        href={`#${idIn(rendering, article, note)}`}
        epub:type="noteref"
        role="doc-noteref"
      >
        {number}
      </a>
    </sup>,
  ]
}

/** The notes, at the end of the file that calls them: no reading system shows a note of another file on the page. */
export const notes: Epub<'notes'> = (node, state) => {
  const id = idIn(state.rendering, state.article, 'tf-notes')
  return [
    <section className="notes" epub:type="footnotes" ariaLabelledBy={id}>
      <h2 id={id}>{said(state.rendering.words.notes, state.rendering.words, state.article.meta.lang)}</h2>
      {htmlOf(node.children, state)}
    </section>,
  ]
}

/**
 * A note. Not an `aside`, which Apple Books and Thorium hide where it stands; not `doc-endnote`, which EPUBCheck and
 * Ace reject. Its number leads back to the first call, further calls are linked at its end.
 */
export const note: Epub<'note'> = (node, state) => [
  <div
    id={idIn(state.rendering, state.article, node.properties.id)}
    className="note"
    epub:type="footnote"
    role="doc-footnote"
  >
    {content(node, state)}
  </div>,
]

function content(node: ArticleElement<'note'>, state: HtmlState): ElementContent[] {
  const [first, ...more] = node.properties.refs
  const { number } = node.properties
  const lead: ElementContent[] = [
    first === undefined ? { type: 'text', value: `${number}.` } : backlink(first, `${number}.`, state),
    { type: 'text', value: ' ' },
  ]
  const trail = more.flatMap((ref, index): ElementContent[] => [
    { type: 'text', value: ' ' },
    backlink(ref, `↩${index + 2}`, state),
  ])
  return around(lead, htmlOf(node.children, state), trail)
}

function backlink(ref: string, text: string, { rendering, article }: HtmlState): ElementContent {
  return (
    <a href={`#${idIn(rendering, article, ref)}`} epub:type="backlink" role="doc-backlink">
      {text}
    </a>
  )
}

/** Puts words before the first and after the last of a note's: into its paragraphs where they are some. */
function around(
  lead: ElementContent[],
  content: ElementContent[],
  trail: ElementContent[],
): ElementContent[] {
  const [first, ...rest] = content
  const opened: ElementContent[] = isParagraph(first)
    ? [{ ...first, children: [...lead, ...first.children] }, ...rest]
    : [<p>{lead}</p>, ...content]
  if (trail.length === 0) return opened
  const last = opened.at(-1)
  return isParagraph(last)
    ? [...opened.slice(0, -1), { ...last, children: [...last.children, ...trail] }]
    : [...opened, <p>{trail}</p>]
}

const isParagraph = (node: ElementContent | undefined): node is Element =>
  node?.type === 'element' && node.tagName === 'p'
