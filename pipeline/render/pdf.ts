import { printTemplate } from '../../templates/print/print.js'
import { bindPdf, type PrintResource } from '../bind/pdf/bind.js'
import { finding } from '../messages.js'
import { wordsOf } from '../walk.js'
import type { RenderJob, Rendition } from './rendition.js'

/** The PDF, printed by the world's browser. */
export async function renderPdf({
  rendering,
  printer,
  file,
  creator,
  signal,
}: RenderJob): Promise<Rendition> {
  const { issue, words, assets } = rendering
  const [article] = issue.articles
  const { meta } = article
  const html = printTemplate(rendering)
  const resources = new Map<string, PrintResource>([
    ...assets.images.map(image => [`/${image.path}`, image] as const),
    ...assets.fonts.map(font => [`/${font.path}`, { bytes: font.bytes, type: 'font/woff2' }] as const),
  ])
  const printed = await bindPdf(
    await printer(),
    {
      html,
      resources,
      meta: {
        title: issue.title,
        authors: meta.authors.map(author => author.name),
        ...(meta.standfirst ? { subject: meta.standfirst } : {}),
        keywords: meta.tags,
        lang: issue.lang,
        date: issue.modified,
        headings: issue.articles.flatMap(({ meta: { title }, tree }) => [
          title,
          ...tree.children.filter(node => /^h[2-4]$/.test(node.tagName)).map(wordsOf),
        ]),
        creator,
        linkText: { internal: words.opensLink },
      },
    },
    signal,
  )
  const messages = printed.missingGlyphs.map(({ font, page }) =>
    finding(
      'glyph-missing',
      `Unexpected character without a glyph in ${font}, page ${page}; add a font for its script under \`theme.fonts.also\``,
      { file },
    ),
  )
  if (printed.unfinished) messages.push(finding('pdf-unfinished', printed.unfinished, { file }))
  return {
    format: 'pdf',
    files: printed.missingGlyphs.length > 0 ? [] : [{ path: `${issue.slug}.pdf`, bytes: printed.bytes }],
    messages,
    sizes: { pdf: printed.bytes.byteLength, pages: printed.pages },
  }
}
