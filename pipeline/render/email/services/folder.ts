import type { VFileMessage } from 'vfile-message'
import { type EmailTemplate, emailTemplate } from '../../../../templates/email/email.js'
import { pasteElements } from '../../../../templates/email/paste/elements.js'
import { pasteTemplate } from '../../../../templates/email/paste/paste.js'
import type { TextHandlers } from '../../../../templates/email/text/state.js'
import { textTemplate } from '../../../../templates/email/text/text.js'
import type { HtmlHandlers } from '../../../../templates/html/state.js'
import type { Rendering } from '../../../../templates/rendering.js'
import type { Profile } from '../../../article.js'
import { htmlPieces } from '../../../bind/email/bind.js'
import { type Pieces, piecesOf } from '../../../bind/email/pieces.js'
import { zipOf } from '../../../bind/email/zip.js'
import { imageFiles, utf8 } from '../../files.js'
import { hostsPictures } from '../../links.js'
import type { RenditionFile } from '../../rendition.js'
import { withFooterOf } from './footer.js'
import { type ServiceForm, serviceText } from './form.js'
import { pasteHtml } from './paste.js'
import { services } from './services.js'
import { untold } from './untold.js'

/** What a service's folder is made of. */
export interface FolderInput {
  /** The issue with all of its text. */
  readonly whole: Rendering
  /** The same, cut where an email has to be. */
  readonly fitted: Rendering
  /** With tokens. */
  readonly subject: string
  readonly template: EmailTemplate
  readonly text: TextHandlers
  /** Handlers of elements that a publication added: the page to copy from has them as the web page does. */
  readonly added: Partial<HtmlHandlers>
  /** As messages name the source. */
  readonly file: string
}

/** The folder of an issue for the service that sends it, and what of the issue that service cannot take. */
export async function serviceFolder(
  profile: Profile,
  input: FolderInput,
): Promise<{ readonly files: readonly RenditionFile[]; readonly messages: readonly VFileMessage[] }> {
  const { whole, fitted } = input
  const { publication, assets } = whole
  const form: ServiceForm = { service: services[profile], fields: publication.email.fields ?? {} }
  const { service } = form
  const html = await htmlPieces({
    mjml: emailTemplate(withFooterOf(form, fitted), input.template),
    images: assets.images,
    reserved: service.reserved,
  })
  const text = piecesOf(textTemplate(withFooterOf(form, whole), input.text), 'text')
  const subject = piecesOf(input.subject, 'header')
  const images = hostsPictures(publication) ? [] : imageFiles(assets.images)
  const page = { path: 'email.html', bytes: utf8(serviceText(html, form, 'html')) }
  const files: readonly RenditionFile[] = [
    ...images,
    page,
    { path: 'email.txt', bytes: utf8(serviceText(text, form, 'text')) },
    { path: 'subject.txt', bytes: utf8(`${serviceText(subject, form, 'text')}\n`) },
    ...(service.paste ? [{ path: 'paste.html', bytes: utf8(pasteOf(input, form)) }] : []),
    ...(service.zip ? [{ path: 'email.zip', bytes: zipOf([page, ...images]) }] : []),
  ]
  const pieces: Pieces = [...html, ...text, ...subject]
  return {
    files: files.map(({ path, bytes }) => ({ path: `${profile}/${path}`, bytes })),
    messages: untold(pieces, form, whole.issue, input.file),
  }
}

function pasteOf({ whole, added }: FolderInput, form: ServiceForm): string {
  return pasteHtml(pasteTemplate(whole, { ...added, ...pasteElements }), form)
}
