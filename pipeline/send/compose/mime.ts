import { createHash } from 'node:crypto'
import type { EmailParts } from '../../render/email/parts.js'
import type { BodyPart } from './body.js'
import { PartsRefused } from './parts-refused.js'

/** A message's body and the header that says of what it is made. */
export interface Mime {
  readonly contentType: string
  readonly parts: readonly BodyPart[]
}

/**
 * The text first, then the HTML with the pictures that go along with it (RFC 2046, 5.1.4: the last part is the one
 * preferred; RFC 2387).
 *
 * @param files the build's, by their paths
 * @throws PartsRefused where a picture is not there
 */
export function mimeOf(parts: EmailParts, files: ReadonlyMap<string, Uint8Array>): Mime {
  const digest = digestOf(parts)
  const [outer, inner] = [boundary('alternative', digest), boundary('related', digest)]
  const html: BodyPart[] = [{ lines: textHead('html') }, { text: parts.html }]
  const related: BodyPart[] = [
    { lines: `${head(`multipart/related; type="text/html";\r\n boundary="${inner}"`)}\r\n--${inner}\r\n` },
    ...html,
    { lines: parts.images.map(image => picture(image, files, inner)).join('') },
    { lines: `\r\n--${inner}--\r\n` },
  ]
  return {
    contentType: `multipart/alternative;\r\n boundary="${outer}"`,
    parts: [
      { lines: `--${outer}\r\n${textHead('plain')}` },
      { text: parts.text },
      { lines: `\r\n--${outer}\r\n` },
      ...(parts.images.length > 0 ? related : html),
      { lines: `\r\n--${outer}--\r\n` },
    ],
  }
}

function picture(
  { path, type, cid }: EmailParts['images'][number],
  files: ReadonlyMap<string, Uint8Array>,
  boundary: string,
): string {
  const bytes = files.get(path)
  if (!bytes)
    throw new PartsRefused(
      `email.parts.json has ${path} go along, but there is no such file. Build the issue again.`,
    )
  const name = path.replace(/^.*\//, '')
  const base64 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
  const headers = [
    `Content-Type: ${type};\r\n name="${name}"`,
    `Content-ID: <${cid}>`,
    `Content-Disposition: inline;\r\n filename="${name}"`,
    'Content-Transfer-Encoding: base64',
  ]
  return `\r\n--${boundary}\r\n${headers.join('\r\n')}\r\n\r\n${base64.replace(/.{76}(?=.)/g, '$&\r\n')}`
}

const textHead = (kind: 'plain' | 'html') =>
  `${head(`text/${kind}; charset=utf-8`)}Content-Transfer-Encoding: quoted-printable\r\n\r\n`

const head = (contentType: string) => `Content-Type: ${contentType}\r\n`

/**
 * Stands in no part: quoted-printable has no `=_` (RFC 2045, 6.7), nor has base64. Neither begins with the other, of
 * which the longer would be taken for the shorter.
 */
const boundary = (kind: string, digest: string) => `=_${kind}_${digest}`

const digestOf = ({ subject, text, html }: EmailParts) =>
  createHash('sha256')
    .update(JSON.stringify([subject, text, html]))
    .digest('hex')
    .slice(0, 24)
