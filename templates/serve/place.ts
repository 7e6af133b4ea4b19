import type { Direction, Publication } from '../../pipeline/article.js'
import type { ServeWords } from '../serve-words.js'
import type { Mark } from '../web/frame.js'
import type { Words } from '../words.js'

/** What every page of the public server is made with. */
export interface Place {
  readonly publication: Publication
  /** Which way the publication's language runs. */
  readonly dir: Direction
  readonly words: ServeWords
  /** The words that its pages share with those of the web edition. */
  readonly common: Words
  readonly mark?: Mark | undefined
  /** What goes before the path of each link: `/letters`, or nothing. */
  readonly prefix: string
}
