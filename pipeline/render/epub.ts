import { defaultEpubTemplate, epubTemplate } from '../../templates/epub/epub.js'
import { overridden } from '../../templates/overrides.js'
import { bindEpub } from '../bind/epub/bind.js'
import { entrySizes } from '../bind/epub/entry-sizes.js'
import { kept } from '../cache/kept.js'
import { checkBook } from '../check/epub/check-book.js'
import { checkEpub } from '../check/epub.js'
import { readEpub } from '../check/parity/read-epub.js'
import { finding } from '../messages.js'
import { coverOf } from './covers.js'
import type { Renderer, RenderJob } from './rendition.js'

/** The EPUB, checked by EPUBCheck's rules before anyone gets it: one with a fault is a rendition only where a publication says so. */
export const renderEpub: Renderer = async job => {
  const { templates, file, signal } = job
  const { rendering: covered, found } = await withCover(job)
  const { pageStarts, missing } = await pagesOf(job)
  const rendering = pageStarts ? { ...covered, pageStarts } : covered
  const book = epubTemplate(rendering, overridden(defaultEpubTemplate, templates.epub))
  const bytes = await bindEpub(book)
  signal?.throwIfAborted()
  const findings = await kept(job.world.cache, ['epubcheck', bytes], () => checkEpub(bytes))
  const messages = findings.map(({ id, message, path, line }) => {
    const place = path ? ` (${path}${line ? `:${line}` : ''} in the EPUB)` : ''
    return finding('epub-invalid', `${id}: ${message}${place}`, { file })
  })
  return {
    format: 'epub',
    files: [{ path: `${rendering.issue.slug}.epub`, bytes }],
    messages: [
      ...found,
      ...missing,
      ...messages,
      ...checkBook({ book, rendering, bytes: bytes.byteLength, sizes: entrySizes(bytes) }, file),
    ],
    sizes: { epub: bytes.byteLength },
    // One with a fault may be such that nobody can read it.
    ...(messages.length > 0
      ? {}
      : { readings: async () => [{ medium: 'epub', reading: readEpub(bytes), issue: rendering.issue }] }),
  }
}

/** Where the PDF's pages begin, where the publication asks for it, or why that is not known. */
async function pagesOf({ rendering, printed, file }: RenderJob) {
  if (!rendering.publication.epub?.pageList) return { missing: [] }
  const pdf = await printed
  if (pdf?.pageStarts) return { pageStarts: pdf.pageStarts, missing: [] }
  const why = !pdf
    ? 'Unexpected build without the PDF, expected it beside an EPUB with a page list; build `pdf` too'
    : pdf.files.length === 0
      ? 'Unexpected want of the PDF, expected its pages for the page list; mend what stopped it'
      : 'Unexpected other pages when the PDF was laid out once more, expected the same; build again, and report it if it stays so'
  return { missing: [finding('epub-pages', `${why}, or set \`epub.pageList\` to false`, { file })] }
}

/** The rendering with its cover, where that is to be drawn, and what was found in drawing it. */
async function withCover(job: RenderJob) {
  const { rendering } = job
  const drawn = await coverOf('epub', job)
  if (!drawn) return { rendering, found: [] }
  const { asset: cover, messages: found } = drawn
  return { rendering: { ...rendering, assets: { ...rendering.assets, cover } }, found }
}
