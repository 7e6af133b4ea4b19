import type { Book } from '../../../templates/epub/package/book.js'
import * as names from '../../../templates/epub/package/names.js'
import { printable } from '../../../templates/epub/package/xml-characters.js'
import { isLanguageTag } from './language-tag.js'

/** What keeps a book from becoming a valid package, a sentence each; none for a book that can. */
export function faultsOf(book: Book): readonly string[] {
  return [...metadataFaults(book), ...nameFaults(book)]
}

function metadataFaults(book: Book): readonly string[] {
  const faults: string[] = []
  if (!printable(book.title)) faults.push('The title is empty.')
  if (!/^[a-z][a-z0-9+.-]*:\S+$/i.test(book.identifier)) {
    faults.push(`The identifier "${book.identifier}" is no URI.`)
  }
  if (Number.isNaN(book.modified.getTime())) faults.push('The date of the last change is no date.')
  if (book.date !== undefined && !isDate(book.date)) {
    faults.push(`The date "${book.date}" is not as ISO 8601 has it.`)
  }
  if (!book.documents.some(({ inContents }) => inContents)) faults.push('No document is in the contents.')
  const people = book.creators.flatMap(({ lang }) => lang ?? [])
  for (const lang of [book.lang, ...book.otherLangs, ...people, ...book.documents.map(one => one.lang)]) {
    if (!isLanguageTag(lang)) faults.push(`The language "${lang}" is no BCP 47 tag.`)
  }
  for (const { role } of book.creators) {
    if (!/^[a-z]{3}$/.test(role)) faults.push(`The role "${role}" is no MARC relator code.`)
  }
  return faults
}

// W3C's profile of ISO 8601, which `dc:date` is held to (EPUBCheck's OPF-053).
function isDate(text: string): boolean {
  return (
    /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?)?)?$/.test(text) &&
    !Number.isNaN(Date.parse(text))
  )
}

function nameFaults(book: Book): readonly string[] {
  const faults: string[] = []
  // Reading systems may unpack to a disk that does not tell capitals apart (OCF, 4.2.4).
  const taken = new Set<string>([names.contentsFile, names.ncxFile, names.stylesheetFile, names.packageFile])
  const resources = [...book.resources, ...(book.cover ? [book.cover] : [])].map(({ href }) => href)
  for (const { file } of book.documents) {
    if (!/^[\w-][\w.-]*\.xhtml$/.test(file)) faults.push(`The file name "${file}" is not as "ch-001.xhtml".`)
  }
  for (const href of resources) {
    if (!/^(?:[\w-][\w.-]*\/)*[\w-][\w.-]*\.\w+$/.test(href)) {
      faults.push(`The file name "${href}" is not as "images/a1.png".`)
    }
  }
  for (const name of [...book.documents.map(({ file }) => file), ...resources]) {
    if (taken.has(name.toLowerCase())) faults.push(`The file name "${name}" is taken.`)
    taken.add(name.toLowerCase())
  }
  return faults
}
