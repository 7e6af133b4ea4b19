import type { VFileMessage } from 'vfile-message'
import { homeOf, longestQr } from '../../templates/print/qr-code.js'
import { finding } from '../messages.js'
import type { RenderJob } from './rendition.js'

/** The articles that the publication wants a QR code for, and that have no address, or one too long for it. */
export function qrFindings({ rendering, file }: Pick<RenderJob, 'rendering' | 'file'>): VFileMessage[] {
  const { publication, issue } = rendering
  if (!publication.pdf?.qr) return []
  return issue.articles.flatMap(article => {
    const home = homeOf(article, rendering)
    if (home !== undefined && home.length <= longestQr) return []
    const reason =
      home === undefined
        ? `Unexpected article without an address for its QR code, "${article.meta.title}", expected \`canonicalUrl\` in its front matter, or \`url\` in the config and the web page among the formats; the PDF has no code`
        : `Unexpected address of ${home.length} characters for a QR code, expected ${longestQr} at the most; the PDF has no code`
    return [finding('pdf-qr', reason, { file })]
  })
}
