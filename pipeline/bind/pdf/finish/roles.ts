import { name } from '../objects.js'
import type { PDFDocument } from '../pdf-lib.js'
import { structureRoot } from '../structure-tree.js'

/**
 * What the structure types of PDF 2.0 that Chromium writes are in PDF 1.7, whose types PDF/UA-1 knows
 * (Matterhorn 02-001).
 */
const roles: Readonly<Record<string, string>> = {
  Aside: 'Div',
  DocumentFragment: 'Div',
  Em: 'Span',
  FENote: 'Note',
  Strong: 'Span',
  Sub: 'Span',
  Title: 'P',
}

/** Gives the structure tree its role map. */
export function mapRoles(pdf: PDFDocument): void {
  structureRoot(pdf)?.set(
    name('RoleMap'),
    pdf.context.obj(Object.fromEntries(Object.entries(roles).map(([type, role]) => [type, name(role)]))),
  )
}
