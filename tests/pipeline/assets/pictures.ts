import sharp, { type Sharp } from 'sharp'
import type { Article, Format, Issue } from '../../../pipeline/article.js'
import { prepareAssets } from '../../../pipeline/assets/prepare.js'
import type { World } from '../../../pipeline/world.js'
import { defaultTokens } from '../../../templates/tokens.js'
import { article, at, element, issue } from '../../support/tree.js'

/** Pixels that look like a photograph to an encoder: smooth, with grain. The same for the same size. */
export function photograph(width: number, height: number): Sharp {
  const data = Buffer.alloc(width * height * 3)
  let seed = 7
  for (let index = 0; index < data.length; index++) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    const x = Math.floor(index / 3) % width
    data[index] = Math.floor((x / width) * 200) + (seed % 40)
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
}

/** Red on the left and white, or nothing, on the right. */
export function chart(width: number, height: number, right: 'white' | 'clear' = 'white'): Sharp {
  const data = Buffer.alloc(width * height * 4, 255)
  for (let pixel = 0; pixel < width * height; pixel++) {
    if (pixel % width < width / 2) data.fill(0, pixel * 4 + 1, pixel * 4 + 3)
    else if (right === 'clear') data.fill(0, pixel * 4, pixel * 4 + 4)
  }
  const image = sharp(data, { raw: { width, height, channels: 4 } })
  return right === 'clear' ? image : image.removeAlpha()
}

export const svg = (body: string, size = 'width="40" height="20"'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${size}>${body}</svg>`

/** An issue that shows these pictures, one a line from line 1, and its article. */
export function showing(...srcs: string[]): { issue: Issue; article: Article } {
  const one = article(
    srcs.map((src, index) => element('picture', { src, alt: '' }, [], at(index + 1))),
    { file: 'content/article.md' },
  )
  return { issue: issue(one), article: one }
}

/** The assets of pictures named from an article in /content. */
export async function preparePictures(world: World, formats: readonly Format[], ...srcs: string[]) {
  const shown = showing(...srcs)
  const assets = await prepareAssets(shown.issue, formats, {
    world,
    contentRoot: '/content',
    folderOf: () => '/content',
    tokens: defaultTokens,
  })
  return {
    assets,
    lines: assets.messages.map(message => `${message.line}: ${message.ruleId}`),
    reasons: assets.messages.map(message => message.reason),
    image: (src: string, format: Format = formats[0] ?? 'email') =>
      assets.for(format).image(shown.article, src),
  }
}

/** The colour of a pixel, `r,g,b`. */
export async function colourAt(bytes: Uint8Array, x: number, y: number): Promise<string> {
  const { data, info } = await sharp(bytes).toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
  const start = (y * info.width + x) * info.channels
  return [...data.subarray(start, start + info.channels)].join(',')
}
