import type { PDFDict, PDFDocument } from '@cantoo/pdf-lib'
import { xObjectName } from '../content/artifacts.js'
import { beginsMark, isArtifact, isTagged, paintsPath, showsText } from '../content/operator-names.js'
import { readOperators, UnreadableContent } from '../content/operators.js'
import { contentStreams, isTaggedForm, readStream } from '../content/streams.js'
import { name } from '../objects.js'
import type { PdfUaFinding } from './finding.js'

/** Checkpoint 01: all that is painted is either tagged or an artifact, and neither inside the other. */
export function* checkContent(pdf: PDFDocument): Iterable<PdfUaFinding> {
  try {
    for (const { stream, resources, page, isForm } of contentStreams(pdf)) {
      // What a form without structure of its own paints is accounted for where the form is drawn.
      if (isForm && !stream.dict.has(name('StructParents'))) continue
      for (const finding of checkStream(readStream(stream), resources)) yield { ...finding, page }
    }
  } catch (error) {
    if (!(error instanceof UnreadableContent)) throw error
    yield { checkpoint: '01-005', message: error.message }
  }
}

type Mark = 'tagged' | 'artifact' | 'other'

function* checkStream(source: string, resources: PDFDict | undefined): Iterable<PdfUaFinding> {
  const marks: Mark[] = []
  let unbalanced = false
  for (const operator of readOperators(source)) {
    const text = source.slice(operator.start, operator.end)
    if (beginsMark.has(operator.name)) {
      const mark = markOf(text)
      if (mark === 'artifact' && marks.includes('tagged'))
        yield { checkpoint: '01-003', message: 'An artifact stands inside tagged content' }
      if (mark === 'tagged' && marks.includes('artifact'))
        yield { checkpoint: '01-004', message: 'Tagged content stands inside an artifact' }
      marks.push(mark)
    } else if (operator.name === 'EMC') unbalanced ||= marks.pop() === undefined
    else if (paints(operator.name)) {
      if (marks.some(mark => mark !== 'other')) continue
      if (operator.name === 'Do' && isTaggedForm(resources, xObjectName(source, operator))) continue
      yield { checkpoint: '01-005', message: 'Content is neither tagged nor an artifact' }
    }
  }
  if (unbalanced || marks.length > 0)
    yield { checkpoint: '01-005', message: 'Marked content does not end where it should' }
}

function markOf(text: string): Mark {
  if (isTagged(text)) return 'tagged'
  return isArtifact(text) ? 'artifact' : 'other'
}

function paints(operator: string): boolean {
  return showsText.has(operator) || paintsPath.has(operator) || operator === 'Do' || operator === 'sh'
}
