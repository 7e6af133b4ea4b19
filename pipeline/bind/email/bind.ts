import type { MjmlElement } from '../../../templates/jsx/mjml/jsx-runtime.js'
import type { ImageAsset } from '../../assets/assets.js'
import { maskLeaves } from './leaves.js'
import { cidOf, composeMessage, type Envelope, type HeaderPieces, headersOf } from './message.js'
import { compileMjml } from './mjml.js'
import { hasSlots, type Pieces, piecesOf, written } from './pieces.js'

export type { Envelope } from './message.js'

/** An email's trees, ready to become bytes. */
export interface EmailInput {
  readonly mjml: MjmlElement
  /** The plain-text part. */
  readonly text: string
  readonly envelope: Envelope
  /** The pictures of the email, whose `path` is their address in the tree where they are not hosted. */
  readonly images: readonly ImageAsset[]
  /**
   * Whether the pictures go along in the message: those that the HTML addresses by their `path` are `cid:` parts there.
   * The HTML on its own keeps addressing them as files beside it.
   */
  readonly attachImages: boolean
  /** Characters of the issue's own words that become references in the HTML, where a sender would see a tag in them. */
  readonly reserved?: RegExp
}

/** An email as files. */
export interface BoundEmail {
  readonly html: string
  readonly text: string
  /** A MIME message (RFC 5322), lines ended by CRLF. */
  readonly eml: Uint8Array
  /** The same in pieces, with the HTML as it is mailed. */
  readonly pieces: { readonly subject: Pieces; readonly html: Pieces; readonly text: Pieces }
  readonly headers: readonly HeaderPieces[]
  /** The pictures that go along in the message. */
  readonly attached: readonly ImageAsset[]
}

/**
 * Turns an email's tree into HTML by MJML, and HTML and text into a MIME message. In all three a merge tag is as it was
 * written; the pieces tell it from words that look like one.
 *
 * @throws an Error with `errors` where the tree is no valid MJML: a handler or part made something that MJML lacks
 */
export async function bindEmail(input: EmailInput): Promise<BoundEmail> {
  const { mjml, images, attachImages } = input
  const masked = maskLeaves(mjml, input.reserved)
  const shell = await compileMjml(masked.json)
  const html = piecesOf(
    masked.fill(shell, src => src),
    'html',
  )
  const text = piecesOf(input.text, 'text')
  const byPath = new Map(attachImages ? images.map(image => [image.path, image]) : [])
  const attached = new Map<string, ImageAsset>()
  const addressOf = (src: string) => {
    const image = byPath.get(src)
    if (!image) return src
    attached.set(image.path, image)
    return `cid:${cidOf(image)}`
  }
  const mailed = attachImages ? piecesOf(masked.fill(shell, addressOf), 'html') : html
  const subject = piecesOf(input.envelope.subject, 'header')
  const unsubscribe = piecesOf(input.envelope.unsubscribe ?? '', 'header')
  const envelope = { ...input.envelope, subject: written(subject, 'header') }
  const parts = [...attached.values()]
  return {
    html: written(html, 'html'),
    text: written(text, 'text'),
    eml: await composeMessage(
      // A tag is no address: the message as a file does without the header.
      hasSlots(unsubscribe) ? without(envelope, 'unsubscribe') : envelope,
      written(text, 'text'),
      written(mailed, 'html'),
      parts,
    ),
    pieces: { subject, html: mailed, text },
    headers: headersOf(input.envelope),
    attached: parts,
  }
}

function without<Given extends object, Key extends keyof Given>(given: Given, key: Key): Omit<Given, Key> {
  const { [key]: _, ...rest } = given
  return rest
}
