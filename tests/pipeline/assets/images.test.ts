import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Format } from '../../../pipeline/article.js'
import { imageReferences } from '../../../pipeline/assets/references.js'
import { packageReader } from '../../../pipeline/world/packages.js'
import { memoryWorld } from '../../../pipeline/world-memory.js'
import { article, at, element, issue, paragraph } from '../../support/tree.js'
import { chart, colourAt, photograph, preparePictures, svg } from './pictures.js'

const everyFormat: readonly Format[] = ['email', 'pdf', 'epub', 'web']

const packages = packageReader([])

const worldOf = (files: Record<string, string | Uint8Array>) =>
  memoryWorld({
    packages,
    files: Object.fromEntries(Object.entries(files).map(([name, data]) => [`/content/${name}`, data])),
  })

async function one(bytes: string | Uint8Array, format: Format = 'email') {
  const { image, reasons } = await preparePictures(worldOf({ picture: bytes }), [format], 'picture')
  const asset = image('picture')
  if (!asset) throw new Error(reasons.join())
  return { ...asset, metadata: await sharp(asset.bytes).metadata() }
}

test('finds pictures wherever an article names them, in order', () => {
  const cover = { src: 'cover.png', alt: '' }
  const figure = element('figure', {}, [element('picture', { src: 'a.png', alt: '' }, [], at(3))])
  const inline = paragraph('See ', element('img', { src: 'b.png', alt: '' }, [], at(5)))
  const embed = element('embed', { url: 'https://example.org', image: 'c.png' }, [], at(7))
  const bare = element('embed', { url: 'https://example.org' }, [], at(9))
  const found = imageReferences(issue(article([figure, inline, embed, bare], { meta: { cover } })))
  expect(found.map(({ src, place }) => [src, place?.start.line])).toEqual([
    ['cover.png', undefined],
    ['a.png', 3],
    ['b.png', 5],
    ['c.png', 7],
  ])
})

describe('a picture that is ready keeps its own bytes', () => {
  test.each(everyFormat)('%s', async format => {
    const jpeg = await photograph(300, 200).jpeg().toBuffer()
    const png = await chart(300, 200).png().toBuffer()
    expect((await one(jpeg, format)).bytes).toEqual(new Uint8Array(jpeg))
    expect((await one(png, format)).bytes).toEqual(new Uint8Array(png))
  })

  test('and is named by what is in it, and shown at its own size', async () => {
    const asset = await one(await photograph(300, 200).jpeg().toBuffer())
    expect(asset.path).toMatch(/^images\/[0-9a-f]{16}\.jpg$/)
    expect(asset).toMatchObject({ width: 300, height: 200, shownWidth: 300, shownHeight: 200 })
  })
})

describe('a large picture', () => {
  test('is made as large as each format has use for', async () => {
    const jpeg = await photograph(3000, 2000).jpeg({ quality: 60 }).toBuffer()
    const { image } = await preparePictures(worldOf({ 'a.jpg': jpeg }), everyFormat, 'a.jpg')
    const sizes = everyFormat.map(format => {
      const { width = 0, height = 0, shownWidth = 0, shownHeight = 0 } = image('a.jpg', format) ?? {}
      return [width, height, shownWidth, shownHeight].join(' ')
    })
    expect(sizes).toEqual(['1200 800 600 400', '1800 1200 576 384', '2560 1707 800 533', '1600 1067 800 533'])
  })

  test('has the pixels it says', async () => {
    const { metadata, ...asset } = await one(await photograph(3000, 2000).jpeg().toBuffer())
    expect([metadata.width, metadata.height]).toEqual([asset.width, asset.height])
    expect(asset.type).toBe('image/jpeg')
  })

  test('stays within what e-readers take', async () => {
    const { metadata, ...asset } = await one(await photograph(3200, 3200).png().toBuffer(), 'epub')
    expect(metadata.width * metadata.height).toBeLessThanOrEqual(5_600_000)
    expect(asset.bytes.length).toBeLessThanOrEqual(5_000_000)
  })

  test('that claims more pixels than can be decoded is refused', async () => {
    const bomb = svg('', 'width="90000" height="90000"')
    const { lines, reasons } = await preparePictures(worldOf({ 'a.svg': bomb }), ['email'], 'a.svg')
    expect(lines).toEqual(['1: image-unreadable'])
    expect(reasons[0]).toContain('pixel limit')
  })

  test('that is thin and tall keeps its shape within the bound', async () => {
    const asset = await one(svg('<rect width="9" height="9"/>', 'width="600" height="60000"'))
    expect(asset.metadata.width * asset.metadata.height).toBeLessThanOrEqual(4_100_000)
    expect(asset.shownHeight).toBe(60_000)
  })
})

describe('what it becomes', () => {
  test('a photograph from another kind of file becomes a JPEG', async () => {
    expect((await one(await photograph(400, 300).webp({ quality: 90 }).toBuffer())).type).toBe('image/jpeg')
    expect((await one(await photograph(400, 300).avif().toBuffer())).type).toBe('image/jpeg')
    expect((await one(await photograph(400, 300).tiff().toBuffer())).type).toBe('image/jpeg')
  })

  test('flat art becomes a PNG', async () => {
    for (const bytes of [
      await chart(400, 300).webp({ lossless: true }).toBuffer(),
      await chart(400, 300).gif().toBuffer(),
      await chart(2600, 1300).png().toBuffer(),
    ]) {
      const asset = await one(bytes)
      expect(asset.type).toBe('image/png')
      expect(await colourAt(asset.bytes, 10, 10)).toBe('255,0,0')
      expect(await colourAt(asset.bytes, asset.width - 10, 10)).toBe('255,255,255')
    }
  })

  test('a drawing is drawn sharp, at twice its size', async () => {
    const asset = await one(svg('<rect width="20" height="20" fill="#f00"/>'))
    expect(asset).toMatchObject({ type: 'image/png', width: 80, height: 40, shownWidth: 40, shownHeight: 20 })
    expect(await colourAt(asset.bytes, 39, 20)).toBe('255,0,0')
    expect(await colourAt(asset.bytes, 40, 20)).toBe('255,255,255')
  })

  test.each([
    ['email', '255,255,255'],
    ['epub', '255,255,255'],
    ['pdf', '0,0,0,0'],
    ['web', '0,0,0,0'],
  ] as const)('transparency in %s: %s', async (format, colour) => {
    const asset = await one(await chart(40, 20, 'clear').png().toBuffer(), format)
    expect(asset.type).toBe('image/png')
    expect(await colourAt(asset.bytes, 30, 10)).toBe(colour)
    expect(await colourAt(asset.bytes, 10, 10)).toMatch(/^255,0,0/)
  })

  test('a transparent channel that hides nothing is dropped', async () => {
    const asset = await one(await photograph(400, 300).ensureAlpha().webp().toBuffer(), 'pdf')
    expect(asset.type).toBe('image/jpeg')
  })

  test('an animation moves where it can, and stands still elsewhere', async () => {
    const frames = [await chart(40, 20).png().toBuffer(), await chart(40, 20).flop().png().toBuffer()]
    const gif = await sharp(frames, { join: { animated: true } })
      .gif({ delay: 100 })
      .toBuffer()
    for (const format of ['email', 'web'] as const) {
      const asset = await one(gif, format)
      expect(asset).toMatchObject({ type: 'image/gif', width: 40, height: 20, shownWidth: 40 })
      expect(asset.bytes).toEqual(new Uint8Array(gif))
    }
    for (const format of ['pdf', 'epub'] as const) {
      const asset = await one(gif, format)
      expect(asset.type).toBe('image/png')
      expect(await colourAt(asset.bytes, 5, 5)).toBe('255,0,0')
    }
  })

  test('colours are eight bits of sRGB', async () => {
    const cmyk = await photograph(60, 40).toColourspace('cmyk').jpeg().toBuffer()
    expect((await one(cmyk)).metadata.space).toBe('srgb')
    const deep = await chart(60, 40).toColourspace('rgb16').png().toBuffer()
    expect((await sharp(deep).metadata()).depth).toBe('ushort')
    expect((await one(deep)).metadata.depth).toBe('uchar')
  })

  test('an email has no progressive JPEG', async () => {
    const jpeg = await photograph(300, 200).jpeg({ progressive: true }).toBuffer()
    expect((await one(jpeg, 'email')).metadata.isProgressive).toBe(false)
    expect((await one(jpeg, 'web')).bytes).toEqual(new Uint8Array(jpeg))
  })
})

describe('what a camera wrote', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('orientation %i is turned upright and forgotten', async orientation => {
    // Red at the top left once it is seen upright, blue elsewhere.
    const upright = await sharp({ create: { width: 64, height: 32, channels: 3, background: '#0000ff' } })
      .composite([
        { input: { create: { width: 16, height: 16, channels: 3, background: '#ff0000' } }, left: 0, top: 0 },
      ])
      .png()
      .toBuffer()
    const stored = sharp(upright)
    if ([2, 4, 5, 7].includes(orientation)) stored.flop()
    const turned = sharp(await stored.png().toBuffer())
    const back = { 1: 0, 2: 0, 3: 180, 4: 180, 5: 270, 6: 270, 7: 90, 8: 90 }[orientation] ?? 0
    const jpeg = await turned
      .rotate(back)
      .withMetadata({ orientation })
      .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
      .toBuffer()
    for (const format of everyFormat) {
      const asset = await one(jpeg, format)
      expect([asset.width, asset.height], format).toEqual([64, 32])
      const [red = 0, , blue = 0] = (await colourAt(asset.bytes, 4, 4)).split(',').map(Number)
      expect(red, format).toBeGreaterThan(200)
      expect(blue, format).toBeLessThan(60)
      expect(asset.metadata.orientation ?? 1).toBe(1)
    }
  })

  test('the place and the time are dropped', async () => {
    const jpeg = await photograph(300, 200)
      .withExif({ IFD0: { Copyright: 'Ada' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
      .jpeg()
      .toBuffer()
    expect((await sharp(jpeg).metadata()).exif).toBeDefined()
    for (const format of everyFormat) expect((await one(jpeg, format)).metadata.exif).toBeUndefined()
  })
})

describe('a drawing that reaches for other files', () => {
  let folder: string
  let server: Server
  const asked: string[] = []
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'trifold-svg-'))
    const red = await chart(40, 20).png().toBuffer()
    await writeFile(join(folder, 'red.png'), red)
    server = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.setHeader('content-type', 'image/png').end(red)
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  })
  afterAll(async () => {
    server.close()
    await rm(folder, { recursive: true, force: true })
  })

  test.each(['file', 'path', 'http'])('shows nothing of it: %s', async kind => {
    const { port } = server.address() as AddressInfo
    const file = join(folder, 'red.png')
    const href = { file: `file://${file}`, path: file, http: `http://127.0.0.1:${port}/red.png` }[kind]
    const reaching = svg(`
      <style>@import url(${href}); rect { fill: url(${href}#a) }</style>
      <image href="${href}" xlink:href="${href}" width="40" height="20"/>
      <use href="${href}#a"/><rect width="40" height="20"/>`)
    const asset = await one(reaching)
    expect(await colourAt(asset.bytes, 20, 20)).toBe('255,255,255')
    expect(asked).toEqual([])
  })

  test('shows what it holds itself', async () => {
    const red = (await chart(40, 20).png().toBuffer()).toString('base64')
    const asset = await one(svg(`<image href="data:image/png;base64,${red}" width="40" height="20"/>`))
    expect(await colourAt(asset.bytes, 10, 20)).toBe('255,0,0')
  })

  test('cannot take in a file as an entity', async () => {
    const entity = `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${svg('<text y="15">&x;</text>')}`
    const { lines } = await preparePictures(worldOf({ 'a.svg': entity }), ['email'], 'a.svg')
    expect(lines).toEqual(['1: image-unreadable'])
  })
})

describe('messages', () => {
  test('each stands at its place, and says what to do', async () => {
    const world = memoryWorld({
      files: {
        '/content/good.png': await chart(20, 20).png().toBuffer(),
        '/content/text.png': 'not a picture',
        '/content/cut.jpg': (await photograph(200, 200).jpeg().toBuffer()).subarray(0, 4000),
        '/content/locked.png': 'locked',
      },
      failOn: (operation, path) =>
        operation === 'read' && path.endsWith('locked.png') ? 'EACCES' : undefined,
    })
    const srcs = [
      'good.png',
      'godo.png',
      'text.png',
      'cut.jpg',
      'locked.png',
      '../x.png',
      'https://example.org/x.png',
    ]
    const { assets, lines, reasons, image } = await preparePictures(world, ['email'], ...srcs)
    expect(lines).toEqual([
      '2: image-missing',
      '3: image-unreadable',
      '4: image-unreadable',
      '5: image-unreadable',
      '6: image-outside',
      '7: image-remote',
    ])
    expect(reasons[0]).toBe(
      'The image "godo.png" is not there (looked for "godo.png" in the content folder). Did you mean "good.png"?',
    )
    expect(reasons[3]).toBe('The image "locked.png" cannot be read (EACCES)')
    expect(assets.messages.map(message => message.file)).toEqual(lines.map(() => 'content/article.md'))
    expect(srcs.map(src => image(src) !== undefined)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
      false,
    ])
  })

  test('a picture named twice is missed twice, and read once', async () => {
    const reads: string[] = []
    const world = memoryWorld({
      files: { '/content/a.png': await chart(20, 20).png().toBuffer() },
      failOn: (operation, path) => {
        if (operation === 'read') reads.push(path)
        return undefined
      },
    })
    const srcs = ['a.png', './a.png', 'none.png', 'none.png']
    const { assets, lines } = await preparePictures(world, everyFormat, ...srcs)
    expect(lines).toEqual(['3: image-missing', '4: image-missing'])
    expect(reads).toEqual(['/content/a.png'])
    expect(assets.for('web').images).toHaveLength(1)
  })

  test('an address cannot move the cursor of a terminal', async () => {
    const { reasons } = await preparePictures(memoryWorld(), ['email'], 'a\u001b[2J\u202e.png')
    expect(reasons[0]).toContain('"a\\u001b[2J\ufffd.png"')
  })

  test('an aborted signal stops it', async () => {
    const { prepareImages } = await import('../../../pipeline/assets/images.js')
    const { defaultTokens } = await import('../../../templates/tokens.js')
    const options = {
      world: worldOf({ 'a.png': await chart(20, 20).png().toBuffer() }),
      contentRoot: '/content',
      folderOf: () => '/content',
      tokens: defaultTokens,
      signal: AbortSignal.abort(new Error('enough')),
    }
    const one = issue([element('picture', { src: 'a.png', alt: '' })])
    await expect(prepareImages(one, ['email'], options)).rejects.toThrow('enough')
  })
})

test('two runs give the same bytes, in the same order', async () => {
  const files = {
    'a.jpg': await photograph(1500, 900).jpeg().toBuffer(),
    'b.png': await chart(1700, 900).png().toBuffer(),
    'c.svg': svg('<circle cx="20" cy="10" r="9" fill="#06c"/>'),
    'd.webp': await photograph(900, 500).webp().toBuffer(),
    'e.avif': await photograph(90, 50).avif().toBuffer(),
  }
  const run = async () => {
    const { assets } = await preparePictures(worldOf(files), everyFormat, ...Object.keys(files))
    return everyFormat.map(format => assets.for(format).images)
  }
  const first = await run()
  expect(first.map(images => images.length)).toEqual([5, 5, 5, 5])
  expect(await run()).toEqual(first)
})
