import { createHash } from 'node:crypto'
import { defaultEmailTemplate, emailTemplate } from '../../templates/email/email.js'
import { textElements } from '../../templates/email/text/elements.js'
import { textTemplate } from '../../templates/email/text/text.js'
import { overridden } from '../../templates/overrides.js'
import type { Rendering } from '../../templates/rendering.js'
import { bindEmail } from '../bind/email/bind.js'
import { finding } from '../messages.js'
import { imageFiles, utf8 } from './files.js'
import { hostsPictures } from './links.js'
import type { Renderer } from './rendition.js'

/** Bytes of HTML at which Gmail cuts a message off, and at which to warn of it (notes measured on Gmail, 102 KiB). */
const clipped = 102_400
const close = 90_000

/** The email: HTML, its plain-text part, and both as a MIME message. */
export const renderEmail: Renderer = async ({ rendering, templates, file }) => {
  const { issue, publication } = rendering
  const { meta } = issue.articles[0]
  const hosted = hostsPictures(publication)
  const bound = await bindEmail({
    mjml: emailTemplate(rendering, overridden(defaultEmailTemplate, templates.email)),
    text: textTemplate(rendering, { ...textElements, ...templates.text?.elements }),
    envelope: {
      subject: meta.subject ?? issue.title,
      lang: issue.lang,
      date: issue.modified,
      messageId: messageId(rendering),
      ...(publication.email.from ? { from: publication.email.from } : {}),
      ...(publication.url ? { listId: `${publication.name} <${hostOf(publication.url)}>` } : {}),
      ...(publication.email.unsubscribe ? { unsubscribe: publication.email.unsubscribe } : {}),
    },
    images: rendering.assets.images,
    attachImages: !hosted,
  })
  const html = utf8(bound.html)
  const messages =
    html.byteLength > close
      ? [
          finding(
            'email-size',
            `Unexpected size of ${html.byteLength} bytes, expected at most ${clipped}; shorten the article, or Gmail cuts it off`,
            { file },
          ),
        ]
      : []
  return {
    format: 'email',
    files: [
      ...imageFiles(rendering.assets.images),
      { path: 'email.html', bytes: html },
      { path: 'email.txt', bytes: utf8(bound.text) },
      { path: 'email.eml', bytes: bound.eml },
    ],
    messages,
    sizes: { html: html.byteLength, eml: bound.eml.byteLength },
  }
}

/** The same issue has the same id wherever it is built (RFC 5322, 3.6.4). */
function messageId({ issue, publication }: Rendering): string {
  const host = publication.url ? hostOf(publication.url) : 'trifold.invalid'
  const digest = createHash('sha256')
    .update(`${publication.name}\n${issue.slug}\n${issue.modified.toISOString()}`)
    .digest('hex')
  return `<${digest.slice(0, 32)}@${host}>`
}

const hostOf = (url: string) => new URL(url).hostname
