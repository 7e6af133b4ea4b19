import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFString,
} from './pdf-lib.js'

/** A name, without its slash. */
export const name = (text: string) => PDFName.of(text)

/** The dictionary at a key, through a reference where there is one. */
export function dictAt(dict: PDFDict | undefined, key: string): PDFDict | undefined {
  const value = dict?.lookup(name(key))
  return value instanceof PDFDict ? value : undefined
}

/** The array at a key, through a reference where there is one. */
export function arrayAt(dict: PDFDict | undefined, key: string): PDFArray | undefined {
  const value = dict?.lookup(name(key))
  return value instanceof PDFArray ? value : undefined
}

/** The name at a key, without its slash. */
export function nameAt(dict: PDFDict | undefined, key: string): string | undefined {
  const value = dict?.lookup(name(key))
  return value instanceof PDFName ? value.decodeText() : undefined
}

/** The number at a key. */
export function numberAt(dict: PDFDict | undefined, key: string): number | undefined {
  const value = dict?.lookup(name(key))
  return value instanceof PDFNumber ? value.asNumber() : undefined
}

/** The text at a key, decoded. */
export function textAt(dict: PDFDict | undefined, key: string): string | undefined {
  const value = dict?.lookup(name(key))
  return isText(value) ? value.decodeText() : undefined
}

/** Whether an object is a string, written either way. */
export function isText(value: PDFObject | undefined): value is PDFString | PDFHexString {
  return value instanceof PDFString || value instanceof PDFHexString
}

/** What stands under a key, as a list: the elements of an array, a lone object, or nothing. */
export function listAt(dict: PDFDict, key: string): PDFObject[] {
  const array = arrayAt(dict, key)
  if (array) return array.asArray()
  const value = dict.get(name(key))
  return value ? [value] : []
}

/** The annotations of every page, with the page's number from 1. */
export function annotations(pdf: PDFDocument): { annotation: PDFDict; page: number }[] {
  return pdf.getPages().flatMap((page, index) =>
    listAt(page.node, 'Annots').flatMap(entry => {
      const annotation = pdf.context.lookup(entry)
      return annotation instanceof PDFDict ? [{ annotation, page: index + 1 }] : []
    }),
  )
}
