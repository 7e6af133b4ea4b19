import { bindEmail } from '../../../pipeline/bind/email/bind.js'
import { emailTemplate } from '../../../templates/email/email.js'
import { textTemplate } from '../../../templates/email/text/text.js'
import type { Rendering } from '../../../templates/rendering.js'

/** A rendering through templates and binder, as a build does it. */
export const bound = (rendering: Rendering, attachImages = false) =>
  bindEmail({
    mjml: emailTemplate(rendering),
    text: textTemplate(rendering),
    envelope: {
      from: 'Slack Water <letters@example.org>',
      subject: rendering.issue.title,
      lang: rendering.issue.lang,
      date: rendering.issue.modified,
      messageId: '<sample@slackwater.example.org>',
      listId: 'Slack Water <slackwater.example.org>',
      unsubscribe: 'https://slackwater.example.org/unsubscribe',
    },
    images: rendering.assets.images,
    attachImages,
  })
