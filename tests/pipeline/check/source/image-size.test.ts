import { describe, expect, test } from 'vitest'
import { imageSizeFaults, type MeasuredImage } from '../../../../pipeline/check/source/image-size.js'
import { packageReader } from '../../../../pipeline/world/packages.js'
import { memoryWorld } from '../../../../pipeline/world-memory.js'
import { chart, preparePictures } from '../../assets/pictures.js'

const measured = (width: number, height: number, changes: Partial<MeasuredImage> = {}): MeasuredImage => ({
  natural: { width, height },
  lines: false,
  bytes: 1000,
  ...changes,
})
const inText = { printed: 576, inText: true }

describe('a picture', () => {
  test.each<[image: MeasuredImage, rule: string, says: string]>([
    [
      measured(600, 400),
      'image-resolution',
      '600 pixels wide, which is 100 to the inch in the PDF, expected at least 150 (900 pixels)',
    ],
    [measured(300, 200), 'image-resolution', '96 to the inch in the PDF, expected at least 150 (469 pixels)'],
    [measured(2000, 1000, { bytes: 12 * 1024 * 1024 }), 'image-heavy', 'a file of 12 MB'],
    [measured(1000, 4000), 'image-shape', '4 times as high as wide'],
    [measured(1000, 4000, { lines: true }), 'image-shape', '4 times as high as wide'],
    [measured(3000, 400), 'image-shape', '7.5 times as wide as high'],
  ])('%j is told of by %s', (image, rule, says) => {
    expect(imageSizeFaults(image, inText)).toEqual([{ rule, says: expect.stringContaining(says) }])
  })

  test.each<[image: MeasuredImage, shown: typeof inText | { printed: undefined; inText: boolean }]>([
    [measured(900, 600), inText],
    [measured(1600, 400), inText],
    // A mark, a sign; a drawing; a card's thumbnail; nothing is printed.
    [measured(120, 120), inText],
    [measured(300, 200, { lines: true }), inText],
    [measured(300, 200), { ...inText, inText: false }],
    [measured(300, 200), { printed: undefined, inText: true }],
    // Set in two columns.
    [measured(600, 400), { ...inText, printed: 288 }],
    // A column of signs, an ornament.
    [measured(100, 500), inText],
    [measured(800, 40), { printed: undefined, inText: true }],
    [measured(2400, 40, { lines: true }), inText],
    [measured(1000, 2500), inText],
  ])('%j is not, shown as %j', (image, shown) => {
    expect(imageSizeFaults(image, shown)).toEqual([])
  })
})

test('is told of with its place, in print alone', async () => {
  const files = { '/content/mill.png': await chart(400, 300).png().toBuffer() }
  const world = memoryWorld({ files, packages: packageReader([]) })
  expect((await preparePictures(world, ['email', 'pdf'], 'mill.png')).lines).toEqual(['1: image-resolution'])
  expect((await preparePictures(world, ['email', 'web'], 'mill.png')).lines).toEqual([])
})
