import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { openImage } from '../../../pipeline/assets/image-file.js'
import { makeMark } from '../../../pipeline/assets/image-mark.js'
import { makePortrait } from '../../../pipeline/assets/image-portrait.js'

const papers = ['#ffffff', '#1e1d1b'] as const

const drawing = (width: number, height: number, fill: string, behind = 'none') =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${behind}"/><path d="M0 0v${height}h${width}" fill="${fill}"/></svg>`,
  )

const marked = async (bytes: Uint8Array) => makeMark(await openImage(bytes), papers)

/** A pixel on the right, near to the upper corner, where a plate would be. */
async function edge(png: Uint8Array): Promise<string> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const at = 4 * (info.width * 12 + info.width - 3)
  return [...data.subarray(at, at + 4)].join(' ')
}

describe('a mark', () => {
  it.each([
    ['dark, on the light paper', '#123a5a', '255 255 255 255'],
    ['white, on the dark one', '#ffffff', '30 29 27 255'],
    ['neither light nor dark, on none', '#d0661a', '0 0 0 0'],
  ])('that is transparent stands on a plate: %s', async (_name, fill, plate) => {
    expect(await edge((await marked(drawing(96, 96, fill))).bytes)).toBe(plate)
  })

  it('that is opaque is left alone', async () => {
    expect(await edge((await marked(drawing(96, 96, '#123a5a', '#00ff00'))).bytes)).toBe('0 255 0 255')
  })

  it.each([
    ['a drawing, at any size', 12, 12, 44, 44, 88],
    ['a drawing that is large', 4000, 2000, 88, 44, 176],
    ['a word, by its width', 1000, 100, 240, 24, 480],
  ])('fits a masthead, twice as fine: %s', async (_name, width, height, shownWidth, shownHeight, pixels) => {
    const mark = await marked(drawing(width, height, '#d0661a'))
    expect(mark).toMatchObject({ shownWidth, shownHeight, width: pixels, type: 'image/png' })
  })

  it('with its plate is no taller', async () => {
    expect(await marked(drawing(96, 96, '#000000'))).toMatchObject({ shownHeight: 44, height: 88 })
  })

  it('loses the clear space around it', async () => {
    const roomy = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200"><rect x="50" y="80" width="120" height="40" fill="#d0661a"/></svg>',
    )
    const { shownWidth, shownHeight } = await marked(roomy)
    expect(shownHeight).toBe(44)
    expect(Math.abs(shownWidth - 132)).toBeLessThanOrEqual(2)
  })

  it('of points is not made larger than it is', async () => {
    const small = await sharp(drawing(20, 20, '#d0661a'))
      .png()
      .toBuffer()
    expect(await marked(small)).toMatchObject({ width: 20, shownWidth: 20 })
  })

  it('has the same bytes each time', async () => {
    const [one, other] = [await marked(drawing(96, 96, '#123')), await marked(drawing(96, 96, '#123'))]
    expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true)
  })
})

describe('a portrait', () => {
  it.each([
    ['from a tall picture', 400, 900, 104],
    ['from a wide one', 900, 400, 104],
    ['from one that is small', 60, 80, 60],
  ])('is a square, twice as fine where it can be: %s', async (_name, width, height, side) => {
    const bytes = await sharp(drawing(width, height, '#765'))
      .png()
      .toBuffer()
    const portrait = await makePortrait(await openImage(bytes), '#ffffff')
    expect(portrait).toMatchObject({ width: side, height: side, shownWidth: 52, shownHeight: 52 })
    expect(await sharp(portrait.bytes).metadata()).toMatchObject({
      width: side,
      height: side,
      format: 'jpeg',
    })
  })
})
