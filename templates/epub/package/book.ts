import type { ElementContent } from 'hast'

/** Reading direction of a text. */
export type Direction = 'ltr' | 'rtl'

/** A book, as plainly as an EPUB can be described: what the package's own files are made from. */
export interface Book {
  /** Unique and lasting, with its scheme: `urn:uuid:...`, `urn:isbn:...`. */
  identifier: string
  /** What else identifies it. */
  otherIdentifiers?: readonly Identifier[]
  title: string
  subtitle?: string
  /** The title as a shelf sorts it: `Art of War, The`. */
  titleFileAs?: string
  /** Main language, as a BCP 47 tag. */
  lang: string
  /** Further languages that passages are in. */
  otherLangs: readonly string[]
  /** Direction of the metadata, of the contents and of page turning. Default: left to right. */
  dir?: Direction
  creators: readonly Creator[]
  publisher?: string
  /** Date of publication: `2026`, `2026-03` or ISO 8601 in full. */
  date?: string
  /** Last change, to the second; also the date of every file in the archive. */
  modified: Date
  /** What the book was made from: URLs, an ISBN. */
  sources?: readonly string[]
  /** Of which edition its pages are: an address, an ISBN, a name. */
  pageSource?: string
  rights?: string
  description?: string
  subjects: readonly string[]
  series?: Series
  accessibility: Accessibility
  words: Words
  /** In reading order. */
  documents: readonly BookDocument[]
  /** CSS of every document, the contents among them. */
  stylesheet: string
  /** Images and fonts, each used by a document or by the stylesheet. */
  resources: readonly BookResource[]
  /** The cover image; a page that shows it is a document of its own. */
  cover?: BookResource
}

/** A further identifier, and of what kind it is (EPUB 3.3, D.3.7). */
export interface Identifier {
  value: string
  /** A code of the scheme's, or the kind's name where there is no scheme. */
  type?: string
  /** The list that the type is from: `onix:codelist5`. */
  scheme?: string
}

/** Who made the book, and as what. */
export interface Creator {
  name: string
  /** The name as a shelf sorts it: `Austen, Jane`. */
  fileAs?: string
  /** MARC relator code: `aut`, `edt`, `trl`, `ill` (id.loc.gov/vocabulary/relators). */
  role: string
  /** Language of the name. */
  lang?: string
}

/** The series, or the newsletter, of which the book is a part. */
export interface Series {
  name: string
  /** The name as a shelf sorts it. */
  fileAs?: string
  /** Numbers joined by dots, as `12` or `12.1` (EPUB 3.3, D.3.6); anything else is left out. */
  position?: string
  /** As `urn:issn:...` or a URL. */
  identifier?: string
}

/** What the metadata says of accessibility (EPUB Accessibility 1.1, section 2). */
export interface Accessibility {
  /** `described`: every image has an alternative text, or is decoration. */
  images: 'none' | 'described' | 'undescribed'
  math: 'none' | 'mathml'
  tables: boolean
  /** Whether words have readings beside them. */
  ruby?: boolean
  /** Whether pictures move: then nobody has looked whether they flash. */
  moving?: boolean
  /** In the book's language, for a reader who is choosing. */
  summary: string
  /** The standard met. The publisher's assertion: no automatic check can make it. */
  conformsTo?: string
  /** Who evaluated it. */
  certifiedBy?: string
  /** The credential of who evaluated it. */
  certifierCredential?: string
  /** The address of the evaluation's report. */
  certifierReport?: string
}

/** Words of the navigation, in the book's language. */
export interface Words {
  /** The language that they are in, where it is another than the book's. */
  lang?: string
  contents: string
  landmarks: string
  titlePage: string
  start: string
  cover: string
  /** What the list of pages is called. */
  pages?: string
}

/** One XHTML file of the book. */
export interface BookDocument {
  /** Name in the package: `ch-001.xhtml`. */
  file: string
  title: string
  lang: string
  dir?: Direction
  /** The part of the book it belongs to (EPUB 3 Structural Semantics Vocabulary). */
  matter: 'frontmatter' | 'bodymatter' | 'backmatter'
  /** Named among the landmarks as this. */
  landmark?: Landmark
  body: readonly ElementContent[]
  /** Headings that the contents list below the document. */
  headings: readonly DocumentHeading[]
  inContents: boolean
  /** The document of the part that it stands in, by its file: it is listed below that. */
  under?: string
}

/** A place that reading systems jump to. */
export type Landmark = 'titlepage' | 'bodymatter' | 'cover'

/** A heading inside a document: its id, its text, its level. */
export interface DocumentHeading {
  id: string
  title: string
  depth: 2 | 3 | 4
}

/** A file that goes into the package as it is. */
export interface BookResource {
  /** Name in the package: `images/<hash>.png`. */
  href: string
  /** Media type, as `image/png`. */
  type: string
  bytes: Uint8Array
}
