import { toHtml } from 'hast-util-to-html'
import { overridden } from '../../templates/overrides.js'
import { defaultWebTemplate, webTemplate } from '../../templates/web/web.js'
import { imageFiles, utf8 } from './files.js'
import type { Renderer } from './rendition.js'

/** The web edition: one page, and its pictures beside it. */
export const renderWeb: Renderer = async ({ rendering, templates }) => {
  const page = utf8(
    toHtml(webTemplate(rendering, overridden(defaultWebTemplate, templates.web)), {
      characterReferences: { useNamedReferences: false },
    }),
  )
  return {
    format: 'web',
    files: [...imageFiles(rendering.assets.images), { path: 'index.html', bytes: page }],
    messages: [],
    sizes: { page: page.byteLength },
  }
}
