import { markArtifacts } from '../content/artifacts.js'
import { isBalanced } from '../content/balance.js'
import { joinDropCaps } from '../content/drop-caps.js'
import { edited } from '../content/edits.js'
import { fontsOf } from '../content/fonts.js'
import { mendLineEnds } from '../content/line-ends.js'
import { UnreadableContent } from '../content/operators.js'
import { repaintedEdits } from '../content/repainted.js'
import { softHyphenEdits } from '../content/soft-hyphens.js'
import {
  bearsTags,
  type ContentStream,
  contentStreams,
  formAt,
  readStream,
  replaceStream,
} from '../content/streams.js'
import { ParentTree } from '../parent-tree.js'
import type { PDFDocument, PDFRef } from '../pdf-lib.js'
import { type Gap, readAlong } from '../reading.js'
import { contentCount, tagHyphens } from './divided-words.js'
import { linesBeside } from './lines-beside.js'

/**
 * Takes the soft hyphens out of every content stream, puts spaces between the words of two lines, joins first letters with
 * their words and marks page furniture as artifacts, and lines that another page shows. A stream that cannot be read, or whose marks would not balance, stays
 * as Chromium wrote it.
 *
 * @param words of the document, as they are read
 * @returns the pages, from 1, that stayed so.
 */
export function rewriteContent(pdf: PDFDocument, words: string): number[] {
  const kept = new Set<number>()
  // Forms drawn outside of any mark. What else a form paints is accounted for where it is drawn.
  const bare = new Set<PDFRef>()
  const next = readAlong(words)
  const tree = new ParentTree(pdf)
  const beside = linesBeside(pdf)
  for (const content of contentStreams(pdf)) {
    const rewritten = rewrite(pdf, content, bare, next, tree, beside)
    if (rewritten === undefined) kept.add(content.page)
    else replaceStream(pdf, content, rewritten)
  }
  return [...kept]
}

function rewrite(
  pdf: PDFDocument,
  content: ContentStream,
  bare: Set<PDFRef>,
  next: (shown: string) => Gap,
  tree: ParentTree,
  beside: ReturnType<typeof linesBeside>,
): string | undefined {
  try {
    const fonts = fontsOf(content)
    const written = readStream(content.stream)
    const printed = content.isForm ? written : edited(written, repaintedEdits(written, beside(content.page)))
    const free = content.isForm ? undefined : contentCount(pdf, tree, content.page)
    const { edits, cuts } = mendLineEnds(printed, fonts, next, free)
    const lines = edited(printed, [...softHyphenEdits(printed), ...edits])
    const source = joinDropCaps(lines, fonts.textOf)
    const rewritten = content.isForm && !bare.has(content.ref) ? source : mark(pdf, content, source, bare)
    if (!isBalanced(rewritten)) return undefined
    tagHyphens(pdf, tree, content.page, cuts)
    return rewritten
  } catch (error) {
    if (error instanceof UnreadableContent) return undefined
    throw error
  }
}

function mark(pdf: PDFDocument, content: ContentStream, source: string, bare: Set<PDFRef>): string {
  const taggedForm = (name: string) => {
    const form = formAt(pdf, content, name)
    return form && bearsTags(pdf, form) ? form : undefined
  }
  const marked = markArtifacts(source, name => taggedForm(name) !== undefined)
  for (const name of marked.forms) {
    const form = taggedForm(name)
    if (form) bare.add(form.ref)
  }
  return marked.source
}
