import { toHtml } from 'hast-util-to-html'
import { identifierOf } from '../../templates/epub/identifier.js'
import { overridden } from '../../templates/overrides.js'
import type { Rendering } from '../../templates/rendering.js'
import { makeItem } from '../../templates/site/make-item.js'
import { pageUrl } from '../../templates/web/addresses.js'
import { defaultWebTemplate, type WebTemplate, webTemplate } from '../../templates/web/web.js'
import type { ImageAsset } from '../assets/assets.js'
import { kept } from '../cache/kept.js'
import { readHtml } from '../check/parity/read-html.js'
import { itemFile } from '../site/links.js'
import type { Cache } from '../world.js'
import { coverOf } from './covers.js'
import { imageFiles, utf8 } from './files.js'
import type { Downloads, Renderer, RenderJob, RenditionFile } from './rendition.js'

/** The web edition: one page, its pictures beside it, and what the pages around it say of it. */
export const renderWeb: Renderer = async job => {
  const { templates } = job
  const { rendering: pictured, drawn, messages } = await withPreview(job)
  // It is made while the other editions are: their sizes are waited for.
  const small = smallPicture(pictured, drawn, job.world.cache)
  small.catch(() => undefined)
  const rendering = offering(await job.downloads?.(), pictured)
  const template = overridden(defaultWebTemplate, templates.web)
  const { images, cover } = rendering.assets
  const page = utf8(html(webTemplate(rendering, template)))
  const files = [...imageFiles(cover ? [...images, cover] : images), { path: 'index.html', bytes: page }]
  return {
    format: 'web',
    files: rendering.links.site ? [...item(rendering, template, await small), ...files] : files,
    messages,
    sizes: { page: page.byteLength },
    readings: async () => [
      { medium: 'web', reading: readHtml(new TextDecoder().decode(page)), issue: rendering.issue },
    ],
  }
}

const html = (tree: Parameters<typeof toHtml>[0]) =>
  toHtml(tree, { characterReferences: { useNamedReferences: false } })

/** The rendering with what is shown beside a link to the page, where the page will have an address to link to. */
async function withPreview(job: RenderJob) {
  const { rendering } = job
  const { asset: drawn, messages = [] } = (await coverOf('web', job)) ?? {}
  const cover = pageUrl(rendering) ? drawn : undefined
  return { rendering: { ...rendering, assets: { ...rendering.assets, cover } }, drawn, messages }
}

/** The rendering with the downloads that will be there. */
function offering(downloads: Downloads | undefined, rendering: Rendering): Rendering {
  if (!downloads) return rendering
  const { pdf, epub, ...links } = rendering.links
  const bytes = {
    ...(downloads.pdf?.bytes === undefined ? {} : { pdf: downloads.pdf.bytes }),
    ...(downloads.epub?.bytes === undefined ? {} : { epub: downloads.epub.bytes }),
  }
  return {
    ...rendering,
    links: {
      ...links,
      ...(pdf && downloads.pdf ? { pdf } : {}),
      ...(epub && downloads.epub ? { epub } : {}),
      bytes,
    },
  }
}

/** What the list of issues shows of one: what was drawn, else the issue's own picture. */
async function smallPicture(
  { issue, assets, links }: Rendering,
  drawn: ImageAsset | undefined,
  cache: Cache,
): Promise<ImageAsset | undefined> {
  if (!links.site) return undefined
  const { cover } = issue.meta
  const large = drawn ?? (cover && assets.image(issue.articles[0], cover.src))
  const { thumbnail } = await import('../assets/thumbnail.js')
  return large && kept(cache, ['thumbnail', large.bytes], () => thumbnail(large))
}

/** `item.json`, and the small picture that it names. */
function item(rendering: Rendering, template: WebTemplate, small: ImageAsset | undefined): RenditionFile[] {
  const made = makeItem(rendering, template, {
    id: identifierOf(rendering),
    picture: small && { path: small.path, width: small.width, height: small.height },
    html: tree => html({ type: 'root', children: [...tree] }),
  })
  return [
    ...imageFiles(small ? [small] : []),
    { path: itemFile, bytes: utf8(`${JSON.stringify(made, null, 1)}\n`) },
  ]
}
