import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type * as Library from '@cantoo/pdf-lib'

/**
 * The PDF library in one file, as it ships beside its modules: those are some 350 with what they import, take thrice as
 * long to load, and work a third slower. All our code must have it from here: to the other copy its objects are strangers.
 */
const require = createRequire(import.meta.url)
const file = join(dirname(require.resolve('@cantoo/pdf-lib')), '..', 'dist', 'pdf-lib.min.js')
// What the file exports is what the modules export.
const library = require(file) as typeof Library

export const PDFArray = library.PDFArray
export type PDFArray = Library.PDFArray
export const PDFDict = library.PDFDict
export type PDFDict = Library.PDFDict
export const PDFDocument = library.PDFDocument
export type PDFDocument = Library.PDFDocument
export const PDFHexString = library.PDFHexString
export type PDFHexString = Library.PDFHexString
export const PDFName = library.PDFName
export type PDFName = Library.PDFName
export const PDFNumber = library.PDFNumber
export type PDFNumber = Library.PDFNumber
export const PDFObject = library.PDFObject
export type PDFObject = Library.PDFObject
export const PDFRawStream = library.PDFRawStream
export type PDFRawStream = Library.PDFRawStream
export const PDFRef = library.PDFRef
export type PDFRef = Library.PDFRef
export const PDFStream = library.PDFStream
export type PDFStream = Library.PDFStream
export const PDFString = library.PDFString
export type PDFString = Library.PDFString
export const ParseSpeeds = library.ParseSpeeds
