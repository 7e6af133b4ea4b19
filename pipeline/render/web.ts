import { toHtml } from 'hast-util-to-html'
import { overridden } from '../../templates/overrides.js'
import { pageUrl } from '../../templates/web/addresses.js'
import { defaultWebTemplate, webTemplate } from '../../templates/web/web.js'
import { imageFiles, utf8 } from './files.js'
import type { Renderer, RenderJob } from './rendition.js'

/** The web edition: one page, and its pictures beside it. */
export const renderWeb: Renderer = async job => {
  const { templates } = job
  const { rendering, messages } = await withPreview(job)
  const { images, cover } = rendering.assets
  const page = utf8(
    toHtml(webTemplate(rendering, overridden(defaultWebTemplate, templates.web)), {
      characterReferences: { useNamedReferences: false },
    }),
  )
  return {
    format: 'web',
    files: [...imageFiles(cover ? [...images, cover] : images), { path: 'index.html', bytes: page }],
    messages,
    sizes: { page: page.byteLength },
  }
}

/** The rendering with what is shown beside a link to the page, where the page will have an address to link to. */
async function withPreview(job: RenderJob) {
  const { rendering } = job
  if (!pageUrl(rendering)) return { rendering, messages: [] }
  const { drawCover } = await import('./cover.js')
  const { asset: cover, messages } = await drawCover(rendering, 'preview', job)
  return { rendering: { ...rendering, assets: { ...rendering.assets, cover } }, messages }
}
