import type { Position } from 'unist'
import type { Tokens } from '../templates/tokens.js'
import type { Ignore } from './check/ignores.js'
import type { ArticleRoot } from './tree.js'

export type * from './tree.js'
export type { AttributeKind, Medium, VocabularyRow } from './vocabulary.js'

/** What a publication is made into. */
export type Format = 'email' | 'pdf' | 'epub' | 'web'
/** Every format, in the order they are built and listed. */
export const formats = ['email', 'pdf', 'epub', 'web'] as const satisfies readonly Format[]

/** Services that an email can be made ready for. */
export const profiles = ['mailchimp', 'buttondown', 'listmonk', 'kit', 'ghost', 'substack'] as const
export type Profile = (typeof profiles)[number]

/** Where the addresses of links stand in print: numbered at the article's end, after the words, or nowhere. */
export const printedLinks = ['notes', 'inline', 'none'] as const
export type PrintedLinks = (typeof printedLinks)[number]

/** What becomes of tables in an EPUB: those that small screens cannot show are stacked, or all are, or none. */
export const epubTables = ['auto', 'keep', 'stack'] as const
export type EpubTables = (typeof epubTables)[number]

/** What an EPUB has for a cover; `generated` by default. */
export const epubCovers = ['generated', 'picture', 'none'] as const
export type EpubCover = (typeof epubCovers)[number]

/** What formulas are in an EPUB: MathML with a picture for who cannot show it, or pictures. */
export const epubFormulas = ['mathml', 'pictures'] as const
export type EpubFormulas = (typeof epubFormulas)[number]

/**
 * What an email has of an article among several: all of it, its picture, standfirst and the way to the rest, or the
 * first where there is room and else the second.
 */
export const emailForms = ['auto', 'full', 'digest'] as const
export type EmailForm = (typeof emailForms)[number]

/** Which way a text runs. */
export type Direction = 'ltr' | 'rtl'

/** Who wrote, edited or translated an article. */
export interface Author {
  readonly name: string
  /** The name as a shelf sorts it, `Tarrant, Ishbel`: only who writes it knows which name is the family's. */
  readonly sortName?: string
  readonly role?: string
  readonly affiliation?: string
  /** Interests the reader should know of, as a sentence. */
  readonly disclosure?: string
  readonly bio?: string
  readonly email?: string
  readonly url?: string
  readonly orcid?: string
  /** The address of a picture of the author's face. */
  readonly portrait?: string
}

/** Where a republished article first appeared. */
export interface Source {
  readonly name: string
  readonly url?: string
  /** As the publisher words it, `CC BY-ND 4.0` say. */
  readonly license?: string
  /** Where the licence's words are, where its name does not tell: see `licenceOf`. */
  readonly licenseUrl?: string
  readonly logo?: string
  /**
   * The publisher's page-view counter, an address by https: the web page loads it, an email where the publication wants
   * it to, nothing else ever.
   */
  readonly counter?: string
  /** The licence covers the pictures too: without it only those that say their own rights are published. */
  readonly pictures?: boolean
  readonly republished: boolean
  /** The text may not be altered: no smart punctuation. */
  readonly verbatim: boolean
  /** Of the words as they were when the article was brought in: see `fingerprintOf`. */
  readonly fingerprint?: string
}

/** What was wrong in an earlier version, and is right in this one. */
export interface Correction {
  /** ISO 8601, as `ArticleMeta.date`. */
  readonly date: string
  /** Plain text, in the article's language. */
  readonly text: string
}

/** A picture named in the front matter. */
export interface Cover {
  readonly src: string
  readonly alt: string
  readonly caption?: string
  /** Under what it may be shown, where that is not what the article's licence says. */
  readonly rights?: string
  /** Whether it is a book's cover by itself, or set into one that is drawn; its size decides where it does not say. */
  readonly whole?: boolean
}

/** An article's front matter, with aliases resolved and defaults filled in. */
export interface ArticleMeta {
  readonly title: string
  readonly subtitle?: string
  /** The title as a shelf sorts it, where the article at its head does not tell. */
  readonly sortTitle?: string
  /** The standfirst: one or two sentences under the title. */
  readonly standfirst?: string
  readonly authors: readonly Author[]
  /** ISO 8601, as written: a date or a date and time. */
  readonly date?: string
  readonly updated?: string
  /** The newest first; never empty. */
  readonly corrections?: readonly Correction[]
  /** BCP 47. */
  readonly lang: string
  readonly dir: Direction
  readonly cover?: Cover
  readonly tags: readonly string[]
  readonly license?: string
  readonly rights?: string
  readonly publisher?: string
  /** A URI: `urn:isbn:`, `urn:issn:`, another URN, the address of a DOI or of a page. */
  readonly identifier?: string
  /** Thirteen digits. */
  readonly isbn?: string
  /** As `1234-5679`. */
  readonly issn?: string
  readonly doi?: string
  readonly series?: string
  readonly number?: string
  readonly slug: string
  readonly draft: boolean
  readonly toc: boolean
  readonly canonicalUrl?: string
  /** The email's subject where it is not the title. */
  readonly subject?: string
  /** The line an inbox shows after the subject. */
  readonly preheader?: string
  readonly source?: Source
}

/** Where the values of an article's front matter stand in its file, by the key's own name. */
export type FrontMatterPlaces = Readonly<Record<string, Position>>

/** One article: its front matter and its tree. */
export interface Article {
  /** Keeps its ids apart from those of the other articles of an issue: `a1`, `a2`... */
  readonly key: string
  /** The file it was read from, as messages name it. */
  readonly file: string
  readonly meta: ArticleMeta
  /** Where a message about what the front matter says points. */
  readonly places?: FrontMatterPlaces
  readonly tree: ArticleRoot
  /** What its comments silence. Never empty. */
  readonly ignores?: readonly Ignore[]
  /** Whether its words are those that `Source.fingerprint` is of; undefined where there is none to hold them against. */
  readonly isUnaltered?: boolean
  /** The addresses of pictures that were left out, for nothing says that they may be republished. Never empty. */
  readonly leftOut?: readonly string[]
  /** The part of the issue that it stands in, where the issue has parts. */
  readonly section?: string
  /** What an email has of it; `full` by default. */
  readonly email?: EmailForm
  /** Whether it is the editor's letter, which opens the issue. */
  readonly letter?: true
}

/** What is published together: one article or several, in order. */
export interface Issue {
  /**
   * What is said of the whole: of an issue of one article that article's front matter, of several what `issue.yaml`
   * says. Its authors are then the issue's editors.
   */
  readonly meta: ArticleMeta
  readonly slug: string
  readonly title: string
  readonly subtitle?: string
  readonly number?: string
  readonly lang: string
  readonly dir: Direction
  /** The date every file carries: SOURCE_DATE_EPOCH, else when it was last changed, else a fixed one. */
  readonly modified: Date
  readonly articles: readonly [Article, ...Article[]]
}

/** The newsletter. */
export interface Publication {
  readonly name: string
  readonly publisher?: string
  readonly description?: string
  readonly editor?: string
  readonly lang: string
  readonly url?: string
  /** Its mark: a path from the config's folder, and words where it does not say the name. */
  readonly logo?: { readonly src: string; readonly alt?: string }
  /** The postal address that anti-spam law asks of every mailing (CAN-SPAM, 15 U.S.C. 7704(a)(5)). */
  readonly address?: string
  readonly email: {
    readonly from?: string
    readonly unsubscribe?: string
    /** Where a reader subscribes: a web address or a `mailto:` address. */
    readonly subscribe?: string
    readonly why?: string
    /** Where the pictures are: loaded from under `url`, the default where there is one, or inside the message. */
    readonly images?: 'hosted' | 'embedded'
    /** The service that sends it, where it is not Trifold. */
    readonly profile?: Profile
    /** The service's own names of fields, by the names of merge tags. */
    readonly fields?: Readonly<Record<string, string>>
    /** What becomes of an email that a mail reader would clip: `cut` at a block's end, the default, or not made. */
    readonly overflow?: 'cut' | 'fail'
    /** Whether it loads the page-view counters of republished articles, and says so; it does not by default. */
    readonly counters?: boolean
    /** Whether it says that its links are counted, which they are where Trifold sends it: `sending.countLinks`. */
    readonly countsLinks?: boolean
  }
  readonly pdf?: {
    /** Whether a link within the text says on which page its target is; it does by default. */
    readonly pageReferences?: boolean
    /** How the addresses of links are printed. */
    readonly links?: PrintedLinks
    /** Whether a page with the title comes first: by default for an issue of several articles. */
    readonly cover?: boolean
    /** Whether the colophon has its address as a QR code. */
    readonly qr?: boolean
  }
  readonly epub?: {
    /** Its cover: one that is drawn where the named picture is none, the named picture whatever its shape, or none. */
    readonly cover?: EpubCover
    /** What becomes of tables: `auto` by default. */
    readonly tables?: EpubTables
    /** What formulas are: `mathml` by default. */
    readonly formulas?: EpubFormulas
    /** Whether the theme's typefaces are embedded: the reader's own are taken by default. */
    readonly fonts?: boolean
    /** The newsletter's ISSN, as `1234-5679`. */
    readonly issn?: string
    /** Whether it has the pages of the PDF. */
    readonly pageList?: boolean
    /** What the publisher asserts, word for word: no check of ours can. */
    readonly accessibility?: {
      readonly conformsTo?: string
      readonly certifiedBy?: string
      readonly credential?: string
      /** The address of the evaluation's report. */
      readonly report?: string
    }
  }
  readonly tokens: Tokens
}
