import { defaultEpubTemplate, epubTemplate } from '../../templates/epub/epub.js'
import { overridden } from '../../templates/overrides.js'
import { bindEpub } from '../bind/epub/bind.js'
import { checkEpub } from '../check/epub.js'
import { finding } from '../messages.js'
import type { Renderer } from './rendition.js'

/** The EPUB, checked by EPUBCheck's rules before anyone gets it: one with a fault is not a rendition. */
export const renderEpub: Renderer = async ({ rendering, templates, file, signal }) => {
  const bytes = await bindEpub(epubTemplate(rendering, overridden(defaultEpubTemplate, templates.epub)))
  signal?.throwIfAborted()
  const findings = await checkEpub(bytes)
  const messages = findings.map(({ id, message, path, line }) => {
    const place = path ? ` (${path}${line ? `:${line}` : ''} in the EPUB)` : ''
    return finding('epub-invalid', `${id}: ${message}${place}`, { file })
  })
  const sound = messages.length === 0
  return {
    format: 'epub',
    files: sound ? [{ path: `${rendering.issue.slug}.epub`, bytes }] : [],
    messages,
    sizes: { epub: bytes.byteLength },
  }
}
