import { defaultCoverTemplate } from '../../templates/cover/cover.js'
import { editorsOf, writersOf } from '../../templates/html/people.js'
import { tagsOf } from '../../templates/html/tags.js'
import { overridden } from '../../templates/overrides.js'
import { outlineOf } from '../../templates/print/outline.js'
import { printTemplate, withCover } from '../../templates/print/print.js'
import type { Issue } from '../article.js'
import { withSoftHyphens } from '../assets/hyphenation.js'
import { bindPdf, type PdfResult, type PrintDocument, type PrintResource } from '../bind/pdf/bind.js'
import { kept, resourceParts } from '../cache/kept.js'
import type { Readable } from '../check/parity/check-parity.js'
import { readPdf } from '../check/parity/read-pdf.js'
import { finding } from '../messages.js'
import { anchored } from './pages/anchors.js'
import { linkedTo } from './pages/linked-to.js'
import { pageStarts } from './pages/page-starts.js'
import { fontFindings, withPickedFaces } from './pdf-fonts.js'
import { qrFindings } from './pdf-qr.js'
import type { RenderJob, Rendition } from './rendition.js'

/** The PDF, printed by the world's browser. */
export async function renderPdf({
  rendering: given,
  templates,
  world,
  printer,
  file,
  texts,
  creator,
  tellsPages,
  signal,
}: RenderJob): Promise<Rendition> {
  const rendering = withPickedFaces(given)
  const { issue, words, assets } = rendering
  const { meta } = issue
  const authors = writersOf(issue)
  const cover = overridden(defaultCoverTemplate, templates.cover)
  const template = overridden(withCover(cover), templates.pdf)
  const documentOf = async (of: Issue) => {
    const made = printTemplate({ ...rendering, issue: of }, template)
    return rendering.tokens.paper.hyphens ? await withSoftHyphens(made) : made
  }
  const html = await documentOf(issue)
  const places = tellsPages ? anchored(rendering) : undefined
  const withAnchors = places && linkedTo(await documentOf(places.issue), places.anchors)
  const resources = new Map<string, PrintResource>([
    ...assets.images.map(image => [`/${image.path}`, image] as const),
    ...assets.fonts.map(font => [`/${font.path}`, { bytes: font.bytes, type: 'font/woff2' }] as const),
  ])
  const document: PrintDocument = {
    html,
    ...(withAnchors ? { anchored: withAnchors } : {}),
    resources,
    meta: {
      title: issue.title,
      authors: authors.length > 0 ? authors : editorsOf(issue).map(({ name }) => name),
      ...(meta.standfirst ? { subject: meta.standfirst } : {}),
      keywords: tagsOf(issue),
      lang: issue.lang,
      date: issue.modified,
      headings: outlineOf(rendering),
      creator,
      linkText: { internal: words.opensLink },
    },
  }
  const fontsOf = (made: PdfResult) => fontFindings(made, html, { rendering, file, texts })
  const printed = await kept(
    world.cache,
    ['pdf', await world.browserBuild(), html, withAnchors, document.meta, ...resourceParts(resources)],
    async () => bindPdf(await printer(), document, signal),
    // What is set in a font of the machine may be set otherwise once that has another.
    made => made.unfinished === undefined && fontsOf(made).length === 0,
  )
  const messages = fontsOf(printed)
  const isLacking = messages.some(({ ruleId }) => ruleId === 'glyph-missing')
  messages.push(...qrFindings({ rendering, file }))
  if (printed.moved.length > 0) {
    const which = printed.moved.map(id => `\`#${id}\``).join(', ')
    const reason = `Unexpected pages for ${which}, expected those that the PDF names; add or take away a line before, or set \`pdf.pageReferences\` to false`
    messages.push(finding('pdf-page-numbers', reason, { file }))
  }
  if (printed.unfinished && !isLacking) messages.push(finding('pdf-unfinished', printed.unfinished, { file }))
  return {
    format: 'pdf',
    files: [{ path: `${issue.slug}.pdf`, bytes: printed.bytes }],
    messages,
    sizes: { pdf: printed.bytes.byteLength, pages: printed.pages },
    // What prints as boxes has been told, and is not to be told as lost; what is unfinished may be no PDF at all.
    ...(isLacking || printed.unfinished ? {} : { readings: () => readingsOf(printed.bytes, issue) }),
    ...(places && printed.pageOf
      ? { pageStarts: pageStarts(places.anchors, printed.pageOf, printed.pages) }
      : {}),
  }
}

/** The PDF read by its structure. One without tags has had its message, and is in no order to be held to. */
async function readingsOf(bytes: Uint8Array, issue: Issue): Promise<readonly Readable[]> {
  const reading = await readPdf(bytes)
  return reading.order === 'structure' ? [{ medium: 'pdf', reading, issue }] : []
}
