import type { PreviewIssue } from '../../data.js'
import { counted, inUnits } from '../amounts.js'
import { fill, h } from '../dom.js'
import { addressOf } from '../view.js'

/** The pictures of an issue: what each weighs, and how many pixels it has. */
export function pictureList() {
  const element = h('div')
  let shown = ''
  return {
    element,
    show(issue: PreviewIssue) {
      const pictures = picturesOf(issue)
      const key = JSON.stringify([issue.slug, pictures])
      if (key === shown) return
      shown = key
      const bytes = pictures.reduce((sum, picture) => sum + picture.bytes, 0)
      fill(
        element,
        pictures.length > 0 && h('h3', {}, 'Pictures'),
        pictures.length > 0 &&
          h('p', { class: 'muted' }, `${counted(pictures.length, 'file')}, ${inUnits(bytes)}`),
        pictures.length > 0 && h('ul', { class: 'pictures' }, ...pictures.map(each => picture(issue, each))),
      )
    },
  }
}

interface Picture {
  readonly path: string
  readonly bytes: number
  readonly version: number
  /** The formats that have it. */
  readonly formats: readonly string[]
}

/** Each picture once, the heaviest first. */
function picturesOf({ formats }: PreviewIssue): Picture[] {
  const found = new Map<string, Picture>()
  for (const { format, files } of formats)
    for (const file of files)
      if (/\.(?:png|jpe?g|gif|webp|svg|avif)$/.test(file.path))
        found.set(file.path, { ...file, formats: [...(found.get(file.path)?.formats ?? []), format] })
  return [...found.values()].sort((a, b) => b.bytes - a.bytes)
}

function picture(issue: PreviewIssue, { path, bytes, version, formats }: Picture): HTMLElement {
  const pixels = h('span', {})
  const image: HTMLImageElement = h('img', {
    src: addressOf(issue, { path, bytes, version }),
    alt: '',
    loading: 'lazy',
    onload: () => {
      pixels.textContent = ` · ${image.naturalWidth} × ${image.naturalHeight} px`
    },
  })
  return h(
    'li',
    {},
    image,
    h(
      'span',
      {},
      h('b', {}, inUnits(bytes)),
      pixels,
      h('span', { class: 'path muted' }, `${path.replace(/^images\//, '')} · ${formats.join(', ')}`),
    ),
  )
}
