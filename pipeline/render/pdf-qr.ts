import type { VFileMessage } from 'vfile-message'
import { homeOf, longestQr } from '../../templates/print/qr-code.js'
import { finding } from '../messages.js'
import type { RenderJob } from './rendition.js'

/** Whether the issue, for which the publication wants a QR code, has no address, or one too long for it. */
export function qrFindings({ rendering, file }: Pick<RenderJob, 'rendering' | 'file'>): VFileMessage[] {
  const { publication, issue } = rendering
  if (!publication.pdf?.qr) return []
  const home = homeOf(issue, rendering)
  if (home !== undefined && home.length <= longestQr) return []
  const reason =
    home === undefined
      ? `Unexpected article without an address for its QR code, "${issue.title}", expected \`canonicalUrl\` in its front matter, or \`url\` in the config and the web page among the formats; the PDF has no code`
      : `Unexpected address of ${home.length} characters for a QR code, expected ${longestQr} at the most; the PDF has no code`
  return [finding('pdf-qr', reason, { file })]
}
