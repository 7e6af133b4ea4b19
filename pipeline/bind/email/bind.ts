import type { MjmlElement } from '../../../templates/jsx/mjml/jsx-runtime.js'
import type { ImageAsset } from '../../assets/assets.js'
import { maskLeaves } from './leaves.js'
import { cidOf, composeMessage, type Envelope } from './message.js'
import { compileMjml } from './mjml.js'

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
}

/** An email as files. */
export interface BoundEmail {
  readonly html: string
  readonly text: string
  /** A MIME message (RFC 5322), lines ended by CRLF. */
  readonly eml: Uint8Array
}

/**
 * Turns an email's tree into HTML by MJML, and HTML and text into a MIME message.
 *
 * @throws an Error with `errors` where the tree is no valid MJML: a handler or part made something that MJML lacks
 */
export async function bindEmail(input: EmailInput): Promise<BoundEmail> {
  const { mjml, envelope, images, attachImages } = input
  const masked = maskLeaves(mjml)
  const shell = await compileMjml(masked.json)
  const html = clean(masked.fill(shell, src => src))
  const text = clean(input.text)
  if (!attachImages) return { html, text, eml: await composeMessage(envelope, text, html, []) }
  const byPath = new Map(images.map(image => [image.path, image]))
  const attached = new Map<string, ImageAsset>()
  const mailed = masked.fill(shell, src => {
    const image = byPath.get(src)
    if (!image) return src
    attached.set(image.path, image)
    return `cid:${cidOf(image)}`
  })
  return { html, text, eml: await composeMessage(envelope, text, clean(mailed), [...attached.values()]) }
}

/** Without control characters: Gmail cuts off a message that holds those of C1, and no client shows any. */
const clean = (text: string) => text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g, '')
