import type { VFileMessage } from 'vfile-message'
import { overridden } from '../../templates/overrides.js'
import { defaultPrintTemplate, printTemplate } from '../../templates/print/print.js'
import { withSoftHyphens } from '../assets/hyphenation.js'
import { issueText } from '../assets/issue-text.js'
import { missingScripts } from '../assets/missing-scripts.js'
import { bindPdf, type PdfResult, type PrintResource } from '../bind/pdf/bind.js'
import { finding } from '../messages.js'
import { wordsOf } from '../walk.js'
import type { RenderJob, Rendition } from './rendition.js'

/** The PDF, printed by the world's browser. */
export async function renderPdf({
  rendering,
  templates,
  world,
  printer,
  file,
  creator,
  signal,
}: RenderJob): Promise<Rendition> {
  const { issue, words, assets } = rendering
  const [article] = issue.articles
  const { meta } = article
  const made = printTemplate(rendering, overridden(defaultPrintTemplate, templates.pdf))
  const html = rendering.tokens.paper.hyphens ? await withSoftHyphens(made) : made
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
  const boxes = printed.missingGlyphs.length > 0
  const messages = boxes ? await missingCharacters(printed, { rendering, world, file }) : []
  if (printed.moved.length > 0) {
    const which = printed.moved.map(id => `\`#${id}\``).join(', ')
    const reason = `Unexpected pages for ${which}, expected those that the PDF names; add or take away a line before, or set \`pdf.pageReferences\` to false`
    messages.push(finding('pdf-page-numbers', reason, { file }))
  }
  if (printed.unfinished && !boxes) messages.push(finding('pdf-unfinished', printed.unfinished, { file }))
  return {
    format: 'pdf',
    files: boxes ? [] : [{ path: `${issue.slug}.pdf`, bytes: printed.bytes }],
    messages,
    sizes: { pdf: printed.bytes.byteLength, pages: printed.pages },
  }
}

/** Which characters would print as boxes, by the font to add; where that cannot be told, the pages they are on. */
async function missingCharacters(
  printed: PdfResult,
  { rendering, world, file }: Pick<RenderJob, 'rendering' | 'world' | 'file'>,
): Promise<VFileMessage[]> {
  const pages = [...new Set(printed.missingGlyphs.map(({ page }) => page))].sort((a, b) => a - b).join(', ')
  const missing = await missingScripts(issueText(rendering.issue), rendering.tokens, world)
  const packages = new Map<string, string[]>()
  for (const { character, package: name = '' } of missing) {
    packages.set(name, [...(packages.get(name) ?? []), character])
  }
  if (packages.size === 0) packages.set('', [])
  return [...packages].map(([name, characters]) => {
    const which =
      characters.length > 0 ? `No font has ${shownFew(characters)}` : 'No font has some of the characters'
    const what = name
      ? `install ${name} beside the publication and name it under \`theme.fonts.also\``
      : 'add a font for them under `theme.fonts.also`'
    return finding('glyph-missing', `${which}, which would print as boxes on page ${pages}; ${what}`, {
      file,
    })
  })
}

const shownFew = (characters: readonly string[]) =>
  `${characters.slice(0, 8).join(' ')}${characters.length > 8 ? ` and ${characters.length - 8} more` : ''}`
