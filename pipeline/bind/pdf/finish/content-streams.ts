import type { PDFDocument } from '@cantoo/pdf-lib'
import { markArtifacts } from '../content/artifacts.js'
import { isBalanced } from '../content/balance.js'
import { UnreadableContent } from '../content/operators.js'
import { stripSoftHyphens } from '../content/soft-hyphens.js'
import {
  type ContentStream,
  contentStreams,
  isTaggedForm,
  readStream,
  replaceStream,
} from '../content/streams.js'

/**
 * Takes the soft hyphens out of every content stream and marks page furniture as artifacts. A stream that
 * cannot be read, or whose marks would not balance, stays as Chromium wrote it.
 *
 * @returns the pages, from 1, that stayed so.
 */
export function rewriteContent(pdf: PDFDocument): number[] {
  const kept: number[] = []
  for (const content of contentStreams(pdf)) {
    const rewritten = rewrite(content)
    if (rewritten === undefined) kept.push(content.page)
    else replaceStream(pdf, content, rewritten)
  }
  return [...new Set(kept)]
}

function rewrite({ stream, resources }: ContentStream): string | undefined {
  try {
    const source = stripSoftHyphens(readStream(stream))
    const rewritten = markArtifacts(source, name => isTaggedForm(resources, name))
    return isBalanced(rewritten) ? rewritten : undefined
  } catch (error) {
    if (error instanceof UnreadableContent) return undefined
    throw error
  }
}
