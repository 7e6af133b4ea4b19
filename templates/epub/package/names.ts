/** Names that epub-gen-memory gives the files it writes; every name in the book is relative to their folder. */
export const contentsFile = 'toc.xhtml'
export const ncxFile = 'toc.ncx'
export const stylesheetFile = 'style.css'
export const packageFile = 'content.opf'

/** Ids inside the package document; those of documents and resources are numbered, so that any file name gives a valid one. */
export const identifierId = 'identifier'
/** The Nook Color knows the cover by no other id; calibre warns of it. */
export const coverId = 'cover'
export const contentsId = 'contents'
export const ncxId = 'ncx'
export const stylesheetId = 'stylesheet'
export const documentId = (index: number) => `document-${index + 1}`
export const resourceId = (index: number) => `resource-${index + 1}`
