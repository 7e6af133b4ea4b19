import type { VFileMessage } from 'vfile-message'
import type { Templates } from '../../templates/overrides.js'
import type { PageStart, Rendering } from '../../templates/rendering.js'
import type { Format } from '../article.js'
import type { Studio } from '../assets/studio.js'
import type { Printer } from '../bind/pdf/bind.js'
import type { Readable } from '../check/parity/check-parity.js'
import type { Silenced } from '../check/settle.js'
import type { Where } from '../messages.js'
import type { MergeTagNames } from '../parse/merge-tags.js'
import type { World } from '../world.js'
import type { DrawnCover } from './cover.js'
import type { WeighedBlock } from './email/weights.js'
import type { SourceTexts } from './place-of-character.js'

/** A file of a rendition. */
export interface RenditionFile {
  /** Relative to the folder: `email.html`, `images/0123456789abcdef.png`. */
  readonly path: string
  readonly bytes: Uint8Array
}

/** What a format gives: its files, and what was found in making them. */
export interface Rendition {
  readonly format: Format
  /** Pictures first: what names them comes after them. Empty when an error stopped the rendition. */
  readonly files: readonly RenditionFile[]
  readonly messages: readonly VFileMessage[]
  /** What comments of the source silence; undefined before that is settled. */
  readonly silenced?: readonly Silenced[]
  /** Sizes as the readers of the format count them, in bytes or pages, by name. */
  readonly sizes: Readonly<Record<string, number>>
  /**
   * Where in the source an element of its HTML is from, by its number in document order; undefined for one of our layout.
   * Only of formats that can tell.
   */
  readonly placeOf?: (element: number) => Promise<Where | undefined>
  /** The blocks that weigh most, by the count that decides. Only of formats with a budget; each is made anew without the block. */
  readonly heaviest?: (count: number) => Promise<readonly WeighedBlock[]>
  /** Its files read anew, to be held against what they were made of. Of a format where that is cheap enough for each build. */
  readonly readings?: () => Promise<readonly Readable[]>
  /** Where its pages begin, where that was asked for and could be told. */
  readonly pageStarts?: readonly PageStart[]
}

/** A file that people may take with them. */
export interface Download {
  /** Undefined where that is not known. */
  readonly bytes?: number
}

/** The editions that are to be had beside a web page; one that is not there is left out. */
export interface Downloads {
  readonly pdf?: Download
  readonly epub?: Download
}

/** What a format's renderer is handed besides what its template needs. */
export interface RenderJob {
  readonly rendering: Rendering
  /** Handlers and layouts in place of ours. */
  readonly templates: Templates
  /** Tags that the publication declares, with the default of each where it has one. */
  readonly mergeTags: MergeTagNames
  readonly world: World
  /**
   * The printer of the run's browser, opened at the first call.
   * @throws BrowserUnavailable
   */
  printer(): Promise<Printer>
  /** The world's browser as what draws; by default that of the world. */
  readonly studio?: Studio | undefined
  /** The cover of the format, where drawing it was begun before. */
  readonly drawn?: Promise<DrawnCover> | undefined
  /** As messages name the source. */
  readonly file: string
  /** The texts of the sources, where there are some. */
  readonly texts?: SourceTexts | undefined
  /** The config, as messages name it; undefined where there is none. */
  readonly configFile?: string | undefined
  /** Stands in the files as their maker: `Trifold 0.1.0`. */
  readonly creator: string
  /** Whether it is to tell where its pages begin. */
  readonly tellsPages?: boolean
  /** What of a PDF and an EPUB will be there beside the page; known once this build has made them. */
  readonly downloads?: (() => Promise<Downloads>) | undefined
  /** The rendition whose pages another format tells of; undefined where it is not made in this build. */
  readonly printed?: Promise<Rendition> | undefined
  readonly signal?: AbortSignal | undefined
}

/** A format: from a prepared issue to its rendition. */
export type Renderer = (job: RenderJob) => Promise<Rendition>
