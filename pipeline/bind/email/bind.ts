import type { MjmlElement } from '../../../templates/jsx/mjml/jsx-runtime.js'
import type { ImageAsset } from '../../assets/assets.js'
import { maskLeaves } from './leaves.js'
import { cidOf, composeMessage, type Envelope, type HeaderPieces, issueHeaders } from './message.js'
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
  /** The HTML as it stands in the message. */
  readonly mailed: string
  readonly text: string
  /** A MIME message (RFC 5322), lines ended by CRLF. */
  readonly eml: Uint8Array
  /** The same in pieces, with the HTML as it is mailed. */
  readonly pieces: { readonly subject: Pieces; readonly html: Pieces; readonly text: Pieces }
  readonly headers: readonly HeaderPieces[]
  /** The pictures that go along in the message. */
  readonly attached: readonly ImageAsset[]
}

/** What of an email's input its HTML is made of. */
export type HtmlInput = Pick<EmailInput, 'mjml' | 'images' | 'attachImages' | 'reserved'>

/** An email's HTML as a file of its own and as it stands in the message, and the pictures that go along with that. */
async function bindHtml({ mjml, images, attachImages, reserved }: HtmlInput) {
  const masked = maskLeaves(mjml, reserved)
  const shell = await compileMjml(masked.json)
  const byPath = new Map(attachImages ? images.map(image => [image.path, image]) : [])
  const attached = new Map<string, ImageAsset>()
  const addressOf = (src: string) => {
    const image = byPath.get(src)
    if (!image) return src
    attached.set(image.path, image)
    return `cid:${cidOf(image)}`
  }
  const alone = piecesOf(
    masked.fill(shell, src => src),
    'html',
  )
  const mailed = attachImages ? piecesOf(masked.fill(shell, addressOf), 'html') : alone
  return { alone, mailed, attached: [...attached.values()] }
}

/** An email's HTML in pieces, as a file of its own. @throws as `bindEmail` */
export const htmlPieces = async (input: Omit<HtmlInput, 'attachImages'>): Promise<Pieces> =>
  (await bindHtml({ ...input, attachImages: false })).alone

/** An email's HTML as it would stand in a message, for measuring it. @throws as `bindEmail` */
export async function mailedHtml(input: HtmlInput): Promise<string> {
  return written((await bindHtml(input)).mailed, 'html')
}

/**
 * Turns an email's tree into HTML by MJML, and HTML and text into a MIME message. In all three a merge tag is as it was
 * written; the pieces tell it from words that look like one.
 *
 * @throws an Error with `errors` where the tree is no valid MJML: a handler or part made something that MJML lacks
 */
export async function bindEmail(input: EmailInput): Promise<BoundEmail> {
  const { alone, mailed: pieces, attached } = await bindHtml(input)
  const mailed = written(pieces, 'html')
  const text = piecesOf(input.text, 'text')
  const subject = piecesOf(input.envelope.subject, 'header')
  const unsubscribe = piecesOf(input.envelope.unsubscribe ?? '', 'header')
  const envelope = { ...input.envelope, subject: written(subject, 'header') }
  return {
    html: written(alone, 'html'),
    mailed,
    text: written(text, 'text'),
    eml: await composeMessage(
      // A tag is no address: the message as a file does without the header.
      hasSlots(unsubscribe) ? without(envelope, 'unsubscribe') : envelope,
      written(text, 'text'),
      mailed,
      attached,
    ),
    pieces: { subject, html: pieces, text },
    headers: issueHeaders(input.envelope),
    attached,
  }
}

function without<Given extends object, Key extends keyof Given>(given: Given, key: Key): Omit<Given, Key> {
  const { [key]: _, ...rest } = given
  return rest
}
