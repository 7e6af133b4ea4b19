import type { BoundEmail } from '../../bind/email/bind.js'
import { cidOf, type HeaderPieces } from '../../bind/email/message.js'
import type { Pieces } from '../../bind/email/pieces.js'
import { utf8 } from '../files.js'
import type { RenditionFile } from '../rendition.js'

/** `email.parts.json`: an email as whoever sends it fills it for each reader, with `fill`. */
export interface EmailParts {
  /** Of this form. */
  readonly version: 1
  /** To be encoded (RFC 2047) once it is filled. */
  readonly subject: Pieces
  /** The headers that the issue decides, ready but for folding. */
  readonly headers: readonly HeaderPieces[]
  readonly text: Pieces
  /** As it is mailed: pictures that go along are `cid:` addresses. */
  readonly html: Pieces
  /** The pictures that go along. */
  readonly images: readonly {
    /** The file in the folder. */
    readonly path: string
    readonly type: string
    /** Its Content-ID, without angle brackets. */
    readonly cid: string
  }[]
  /** Whether it says that its links are counted, so that they may be. */
  readonly countsLinks?: true | undefined
}

/** The parts of an email as a file. @param countsLinks whether it says that its links are counted */
export function partsFile({ pieces, headers, attached }: BoundEmail, countsLinks = false): RenditionFile {
  const parts: EmailParts = {
    version: 1,
    subject: pieces.subject,
    headers,
    text: pieces.text,
    html: pieces.html,
    images: attached.map(image => ({ path: image.path, type: image.type, cid: cidOf(image) })),
    ...(countsLinks ? { countsLinks } : {}),
  }
  return { path: 'email.parts.json', bytes: utf8(`${JSON.stringify(parts, null, 1)}\n`) }
}
