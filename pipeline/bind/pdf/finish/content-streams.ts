import { markArtifacts } from '../content/artifacts.js'
import { isBalanced } from '../content/balance.js'
import { joinDropCaps, textOfFonts } from '../content/drop-caps.js'
import { UnreadableContent } from '../content/operators.js'
import { stripSoftHyphens } from '../content/soft-hyphens.js'
import {
  bearsTags,
  type ContentStream,
  contentStreams,
  formAt,
  readStream,
  replaceStream,
} from '../content/streams.js'
import type { PDFDocument, PDFRef } from '../pdf-lib.js'

/**
 * Takes the soft hyphens out of every content stream, joins first letters with their words and marks page furniture as artifacts. A stream that
 * cannot be read, or whose marks would not balance, stays as Chromium wrote it.
 *
 * @returns the pages, from 1, that stayed so.
 */
export function rewriteContent(pdf: PDFDocument): number[] {
  const kept = new Set<number>()
  // Forms drawn outside of any mark. What else a form paints is accounted for where it is drawn.
  const bare = new Set<PDFRef>()
  for (const content of contentStreams(pdf)) {
    const rewritten = rewrite(pdf, content, bare)
    if (rewritten === undefined) kept.add(content.page)
    else replaceStream(pdf, content, rewritten)
  }
  return [...kept]
}

function rewrite(pdf: PDFDocument, content: ContentStream, bare: Set<PDFRef>): string | undefined {
  try {
    const source = joinDropCaps(stripSoftHyphens(readStream(content.stream)), textOfFonts(content))
    const rewritten = content.isForm && !bare.has(content.ref) ? source : mark(pdf, content, source, bare)
    return isBalanced(rewritten) ? rewritten : undefined
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
