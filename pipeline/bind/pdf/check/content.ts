import { xObjectName } from '../content/artifacts.js'
import { beginsMark, isArtifact, isTagged, paintsPath, showsText } from '../content/operator-names.js'
import { readOperators, UnreadableContent } from '../content/operators.js'
import { bearsTags, type ContentStream, formAt, pageStreams, readStream } from '../content/streams.js'
import type { PDFDocument, PDFRef } from '../pdf-lib.js'
import type { PdfUaFinding } from './finding.js'

type Mark = 'tagged' | 'artifact' | 'other'

/**
 * Checkpoint 01: all that is painted is either tagged or an artifact, and neither inside the other. And 30-002:
 * tagged content is drawn once.
 */
export function* checkContent(pdf: PDFDocument): Iterable<PdfUaFinding> {
  try {
    const drawn = new Set<PDFRef>()
    for (const content of pageStreams(pdf)) yield* checkStream(pdf, content, [], drawn)
  } catch (error) {
    if (!(error instanceof UnreadableContent)) throw error
    yield { checkpoint: '01-005', message: error.message }
  }
}

/**
 * @param around the marks that the stream is drawn in.
 * @param drawn the forms with tagged content that were drawn before it.
 */
function* checkStream(
  pdf: PDFDocument,
  content: ContentStream,
  around: readonly Mark[],
  drawn: Set<PDFRef>,
): Iterable<PdfUaFinding> {
  const source = readStream(content.stream)
  const { page } = content
  const marks = [...around]
  let balanced = true
  for (const operator of readOperators(source)) {
    const text = source.slice(operator.start, operator.end)
    if (beginsMark.has(operator.name)) {
      const mark = markOf(text)
      if (mark === 'artifact' && marks.includes('tagged'))
        yield { checkpoint: '01-003', message: 'An artifact stands inside tagged content', page }
      if (mark === 'tagged' && marks.includes('artifact'))
        yield { checkpoint: '01-004', message: 'Tagged content stands inside an artifact', page }
      marks.push(mark)
    } else if (operator.name === 'EMC') {
      balanced &&= marks.length > around.length
      marks.pop()
    } else if (paints(operator.name)) {
      const form = operator.name === 'Do' ? formAt(pdf, content, xObjectName(source, operator)) : undefined
      if (form && bearsTags(pdf, form)) {
        if (drawn.has(form.ref))
          yield { checkpoint: '30-002', message: 'Tagged content is drawn twice', page }
        else yield* checkStream(pdf, form, marks, drawn.add(form.ref))
      } else if (marks.every(mark => mark === 'other'))
        yield { checkpoint: '01-005', message: 'Content is neither tagged nor an artifact', page }
    }
  }
  if (!balanced || marks.length !== around.length)
    yield { checkpoint: '01-005', message: 'Marked content does not end where it should', page }
}

function markOf(text: string): Mark {
  if (isTagged(text)) return 'tagged'
  return isArtifact(text) ? 'artifact' : 'other'
}

function paints(operator: string): boolean {
  return showsText.has(operator) || paintsPath.has(operator) || operator === 'Do' || operator === 'sh'
}
