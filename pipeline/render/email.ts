import { defaultEmailTemplate, emailTemplate } from '../../templates/email/email.js'
import { textElements } from '../../templates/email/text/elements.js'
import { textTemplate } from '../../templates/email/text/text.js'
import { overridden } from '../../templates/overrides.js'
import type { Rendering } from '../../templates/rendering.js'
import type { Medium } from '../article.js'
import { bindEmail, mailedHtml } from '../bind/email/bind.js'
import { checkEmail } from '../check/email/check-email.js'
import { parseEmail } from '../check/email/checked-email.js'
import { tracer } from '../check/email/places.js'
import type { Readable } from '../check/parity/check-parity.js'
import { readTree } from '../check/parity/read-html.js'
import type { Reading } from '../check/parity/reading.js'
import { askedDigests, digestToFit } from './email/digests.js'
import { envelopeOf } from './email/envelope.js'
import { fitEmail } from './email/fit.js'
import { partsFile } from './email/parts.js'
import { serviceFolder } from './email/services/folder.js'
import { largestOf, sizesOf } from './email/sizes.js'
import { withDefaults, withTokens } from './email/tags.js'
import { heaviestOf } from './email/weights.js'
import { imageFiles, utf8 } from './files.js'
import { hostsPictures } from './links.js'
import type { Renderer } from './rendition.js'

/** The email: HTML, its plain-text part, and both as a MIME message. */
export const renderEmail: Renderer = async ({ rendering: given, templates, mergeTags, file, configFile }) => {
  const { rendering, messages: askedFindings } = askedDigests(withTokens(given, mergeTags))
  const { issue, publication } = rendering
  const envelope = envelopeOf(rendering)
  const template = overridden(defaultEmailTemplate, templates.email)
  // Never cut, nor digested for want of room: Gmail clips what it shows, and plain text has no button to press.
  const textHandlers = { ...textElements, ...templates.text?.elements }
  const text = textTemplate(rendering, textHandlers)
  const rest = {
    text,
    envelope,
    images: rendering.assets.images,
    attachImages: !hostsPictures(publication),
  }
  const inputOf = (of: Rendering) => ({ mjml: emailTemplate(of, template), ...rest })
  const bind = (of: Rendering) => bindEmail(inputOf(of))
  const whole = await bind(rendering)
  const measure = async (of: Rendering) => sizesOf(await mailedHtml(inputOf(of)))
  const sizesOfWhole = sizesOf(whole.mailed)
  const digested = await digestToFit(rendering, sizesOfWhole, measure, file)
  const fitted = await fitEmail(digested.rendering, digested.sizes, measure, file)
  const isCut = fitted.rendering !== rendering
  const bound = isCut ? await bind(fitted.rendering) : whole
  const sizes = isCut ? sizesOf(bound.mailed) : sizesOfWhole
  const placeOf = tracer(() => emailTemplate(fitted.rendering, template), issue)
  const email = parseEmail(bound.html, withDefaults(fitted.rendering.issue), publication)
  const checked = await checkEmail({ email, placeOf, file, configFile })
  const { profile } = publication.email
  const folder = profile
    ? await serviceFolder(profile, {
        whole: rendering,
        fitted: fitted.rendering,
        subject: envelope.subject,
        template,
        text: textHandlers,
        added: templates.web?.elements ?? {},
        file,
      })
    : undefined
  return {
    format: 'email',
    files: [
      ...imageFiles(rendering.assets.images),
      { path: 'email.html', bytes: utf8(bound.html) },
      { path: 'email.txt', bytes: utf8(bound.text) },
      { path: 'email.eml', bytes: bound.eml },
      partsFile(bound, publication.email.countsLinks),
      ...(folder?.files ?? []),
    ],
    messages: [
      ...askedFindings,
      ...digested.messages,
      ...fitted.messages,
      ...checked,
      ...(folder?.messages ?? []),
    ],
    sizes: { ...sizes, eml: bound.eml.byteLength },
    placeOf,
    heaviest: count => {
      const { rendering: of, sizes: counted } = digested
      const { name } = largestOf(counted)
      return heaviestOf(of.issue, count, async each => (await measure({ ...of, issue: each }))[name])
    },
    readings: async () => [
      readable('email', readTree(email.tree), fitted.rendering),
      readable('text', { text: bound.text, links: [] }, rendering),
    ],
  }
}

const readable = (medium: Medium, reading: Reading, { issue, digests }: Rendering): Readable => ({
  medium,
  reading,
  issue,
  digests: new Set(digests?.keys()),
})
