import { createHash } from 'node:crypto'
import { arrayAt, dictAt, isText, listAt, name } from '../objects.js'
import { PDFDict, type PDFDocument, PDFHexString, type PDFObject, PDFRef, PDFString } from '../pdf-lib.js'
import { structureElements, structureRoot } from '../structure-tree.js'

/**
 * Numbers the ids of structure elements from 1 in reading order, where Chromium counts the nodes of every
 * document it has printed, and gives one to each `Note`, which must have one (Matterhorn 19-003).
 */
export function renumberIds(pdf: PDFDocument): void {
  const elements = structureElements(pdf)
  const names = new Map<string, PDFString>()
  const tree: PDFObject[] = []
  for (const { dict, ref, type } of elements) {
    const old = dict.lookup(name('ID'))
    if (!ref || !(isText(old) || type === 'Note' || type === 'FENote')) continue
    const id = PDFString.of(`id${String(tree.length / 2 + 1).padStart(6, '0')}`)
    if (isText(old)) names.set(old.decodeText(), id)
    dict.set(name('ID'), id)
    tree.push(id, ref)
  }
  for (const { dict } of elements) {
    for (const attributes of listAt(dict, 'A')) renameHeaders(pdf.context.lookup(attributes), names)
  }
  writeIdTree(pdf, tree)
}

function renameHeaders(attributes: PDFObject | undefined, names: ReadonlyMap<string, PDFString>): void {
  const headers = attributes instanceof PDFDict ? arrayAt(attributes, 'Headers') : undefined
  for (let index = 0; headers && index < headers.size(); index++) {
    const header = headers.lookup(index)
    const renamed = isText(header) ? names.get(header.decodeText()) : undefined
    if (renamed) headers.set(index, renamed)
  }
}

function writeIdTree(pdf: PDFDocument, tree: PDFObject[]): void {
  const root = structureRoot(pdf)
  const deleteOld = (node: PDFObject | undefined) => {
    const dict = pdf.context.lookup(node)
    if (dict instanceof PDFDict) for (const kid of listAt(dict, 'Kids')) deleteOld(kid)
    if (node instanceof PDFRef) pdf.context.delete(node)
  }
  deleteOld(root?.get(name('IDTree')))
  root?.delete(name('IDTree'))
  // A root of a name tree has no limits of its own (ISO 32000-1, table 36).
  if (root && tree.length > 0)
    root.set(name('IDTree'), pdf.context.register(pdf.context.obj({ Names: tree })))
}

/** Sorts the named destinations, which Chromium keeps in a hash table's order. */
export function sortDestinations(pdf: PDFDocument): void {
  const destinations = dictAt(pdf.catalog, 'Dests')
  if (!destinations) return
  const sorted = destinations.entries().sort(([a], [b]) => (a.asString() < b.asString() ? -1 : 1))
  for (const [key] of sorted) destinations.delete(key)
  for (const [key, value] of sorted) destinations.set(key, value)
}

const blankId = '0'.repeat(32)

/** Sets an identifier that `sealId` fills in once the file is written. */
export function reserveId(pdf: PDFDocument): void {
  const id = PDFHexString.of(blankId)
  pdf.context.trailerInfo.ID = pdf.context.obj([id, id])
}

/** Makes the file's identifier the hash of everything else in it (ISO 32000-1, section 14.4). */
export function sealId(bytes: Uint8Array): void {
  const id = createHash('sha256').update(bytes).digest('hex').slice(0, 32).toUpperCase()
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // Both halves stand in the dictionary of the cross-reference stream, the last object of the file.
  for (let half = 0, at = file.length; half < 2; half++) {
    at = file.lastIndexOf(`<${blankId}>`, at)
    if (at < 0) throw new Error('The PDF was written without the identifier reserved for it')
    file.write(id, at + 1, 'latin1')
  }
}
