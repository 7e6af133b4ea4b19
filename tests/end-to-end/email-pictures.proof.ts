import { writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fromHtml } from 'hast-util-from-html'
import PostalMime from 'postal-mime'
import sharp from 'sharp'
import { visit } from 'unist-util-visit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chart, colourAt, photograph, svg } from '../pipeline/assets/pictures.js'
import { type BuiltEmail, buildEmail } from '../support/built-email.js'
import { temporaryFolder } from '../support/cli.js'

const config = { url: 'https://example.org', address: '1 Street' }
const markdown = (name: string) => `---\ntitle: T\ndate: 2026-03-20\n---\n\n![What it shows](${name})\n`

const build = (name: string, data: Uint8Array | string, images: 'hosted' | 'embedded' = 'hosted') =>
  buildEmail(markdown(name), { config: { ...config, email: { images } }, files: { [name]: data } })

/** The article's picture as the HTML has it, with the file behind it. */
async function pictureOf({ html, files }: BuiltEmail) {
  const found: Record<string, unknown>[] = []
  visit(fromHtml(html), 'element', ({ tagName, properties }) => {
    if (tagName === 'img') found.push(properties)
  })
  expect(found).toHaveLength(1)
  const [{ src, alt, width, height } = {}] = found
  const path = String(src).replace(/^https:\/\/example\.org\/article\//, '')
  const bytes = files.find(file => file.path === path)?.bytes ?? new Uint8Array()
  const metadata = await sharp(bytes).metadata()
  return { src: String(src), alt, width: Number(width), height: Number(height), path, bytes, metadata }
}

const frames = async (width: number, height: number) =>
  Promise.all(
    ['#aa0000', '#00aa00', '#0000aa'].map(background =>
      sharp({ create: { width, height, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  )
const moving = async (width: number, height: number) =>
  sharp(await frames(width, height), { join: { animated: true } })

/** Each picture as it comes, and what the email is to have: the type, the size shown, the pixels of its file. */
const pictures: readonly [
  name: string,
  make: () => Promise<Uint8Array> | string,
  is: string,
  shown: string,
  pixels: string,
][] = [
  ['photo.jpg', () => photograph(1600, 1000).jpeg().toBuffer(), 'jpeg', '536x335', '1200x750'],
  ['small.jpg', () => photograph(300, 200).jpeg().toBuffer(), 'jpeg', '300x200', '300x200'],
  ['photo.webp', () => photograph(1600, 1000).webp().toBuffer(), 'jpeg', '536x335', '1200x750'],
  ['photo.avif', () => photograph(900, 600).avif({ effort: 0 }).toBuffer(), 'jpeg', '536x357', '900x600'],
  ['photo.tiff', () => photograph(900, 600).tiff().toBuffer(), 'jpeg', '536x357', '900x600'],
  [
    'drawing.svg',
    () => svg('<rect width="20" height="20" fill="#f00"/>', 'viewBox="0 0 40 20" width="400" height="200"'),
    'png',
    '400x200',
    '800x400',
  ],
  [
    'large.svg',
    () => svg('<rect width="20" height="20" fill="#f00"/>', 'viewBox="0 0 40 20" width="4000" height="2000"'),
    'png',
    '536x268',
    '1200x600',
  ],
  ['flat.gif', () => chart(400, 300).gif().toBuffer(), 'png', '400x300', '400x300'],
  [
    'moving.gif',
    async () => (await moving(640, 320)).gif({ delay: [90, 90, 90] }).toBuffer(),
    'gif',
    '536x268',
    '640x320',
  ],
  [
    'moving.webp',
    async () => (await moving(640, 320)).webp({ delay: [90, 90, 90] }).toBuffer(),
    'png',
    '536x268',
    '640x320',
  ],
  [
    'wide.gif',
    async () => (await moving(1400, 70)).gif({ delay: [90, 90, 90] }).toBuffer(),
    'png',
    '536x27',
    '1200x60',
  ],
  [
    'cmyk.jpg',
    () => photograph(900, 600).toColourspace('cmyk').jpeg().toBuffer(),
    'jpeg',
    '536x357',
    '900x600',
  ],
  [
    'deep.png',
    () => photograph(300, 200).toColourspace('rgb16').png().toBuffer(),
    'png',
    '300x200',
    '300x200',
  ],
  ['grey.jpg', () => photograph(900, 600).greyscale().jpeg().toBuffer(), 'jpeg', '536x357', '900x600'],
  ['clear.png', () => chart(800, 400, 'clear').png().toBuffer(), 'png', '536x268', '800x400'],
  [
    'clear.webp',
    () => chart(800, 400, 'clear').webp({ lossless: true }).toBuffer(),
    'png',
    '536x268',
    '800x400',
  ],
  ['dot.png', () => chart(1, 1).png().toBuffer(), 'png', '1x1', '1x1'],
  ['line.png', () => chart(2000, 1).png().toBuffer(), 'png', '536x1', '1200x1'],
  [
    'turned.jpg',
    () => photograph(900, 600).jpeg().withMetadata({ orientation: 6 }).toBuffer(),
    'jpeg',
    '536x804',
    '600x900',
  ],
]

describe.each(pictures)('%s', (name, make, is, shown, pixels) => {
  let made: BuiltEmail
  let picture: Awaited<ReturnType<typeof pictureOf>>
  beforeAll(async () => {
    made = await build(name, await make())
    picture = await pictureOf(made)
  })

  test(`becomes a ${is} of ${pixels}, shown at ${shown}`, () => {
    const { metadata, width, height, alt } = picture
    expect([
      metadata.format,
      `${width}x${height}`,
      `${metadata.width}x${metadata.pageHeight ?? metadata.height}`,
    ]).toEqual([is, shown, pixels])
    expect(alt).toBe('What it shows')
    expect(metadata).toMatchObject({ depth: 'uchar', hasAlpha: is === 'gif' ? metadata.hasAlpha : false })
    expect(['srgb', 'b-w']).toContain(metadata.space)
    expect(metadata.isProgressive ?? false).toBe(false)
    expect([metadata.exif, metadata.xmp, metadata.iptc, metadata.icc]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    expect(picture.bytes.length).toBeLessThan(400_000)
  })

  test('lies where the HTML says, hosted and embedded', async () => {
    expect(picture.src).toMatch(/^https:\/\/example\.org\/article\/images\/[0-9a-f]{16}\.(?:png|jpg|gif)$/)
    expect((await PostalMime.parse(made.eml)).attachments).toEqual([])
    const embedded = await build(name, await make(), 'embedded')
    expect((await pictureOf(embedded)).path).toBe(picture.path)
    const { attachments, html } = await PostalMime.parse(embedded.eml)
    const [attached] = attachments
    expect(attachments).toHaveLength(1)
    expect(html).toContain(`src="cid:${attached?.contentId?.slice(1, -1)}"`)
    expect(attached).toMatchObject({ mimeType: `image/${is}`, disposition: 'inline', related: true })
    expect(Buffer.from(attached?.content as ArrayBuffer).equals(picture.bytes)).toBe(true)
  })
})

describe('what an animation says when it stands still', () => {
  test.each([
    ['moving.gif', []],
    ['moving.webp', ['image-still']],
    ['wide.gif', ['image-still', 'image-shape']],
  ])('%s: %j', async (name, rules) => {
    const [, make] = pictures.find(([each]) => each === name) ?? []
    const { messages } = await build(name, (await make?.()) ?? '')
    expect(messages.map(message => message.split(' ')[0]).filter(rule => rule?.startsWith('image'))).toEqual(
      rules,
    )
  })

  test('one of more than a million bytes is its first picture', async () => {
    const one = photograph(1190, 1100)
    const noise = [await one.png().toBuffer(), await one.clone().negate().png().toBuffer()]
    const gif = await sharp(noise, { join: { animated: true } })
      .gif({ delay: [90, 90], effort: 1 })
      .toBuffer()
    expect(gif.length).toBeGreaterThan(1_000_000)
    const made = await build('long.gif', gif)
    expect((await pictureOf(made)).metadata.format).not.toBe('gif')
    expect(made.messages.join()).toMatch(
      /image-still The image "long\.gif" moves, and stands still in email: .* 1000000 bytes/,
    )
  })
})

describe('colours', () => {
  test('of a profile are those of sRGB, and the profile goes', async () => {
    const red = sharp({ create: { width: 64, height: 64, channels: 3, background: '#ff0000' } })
    const wide = await red.withIccProfile('p3').png().toBuffer()
    expect((await sharp(wide).metadata()).icc).toBeDefined()
    const { bytes, metadata } = await pictureOf(await build('wide.png', wide))
    expect(metadata.icc).toBeUndefined()
    const [r = 0, g = 255, b = 255] = (await colourAt(bytes, 30, 30)).split(',').map(Number)
    expect(r).toBeGreaterThan(250)
    expect(Math.max(g, b)).toBeLessThan(10)
  })

  test('of CMYK are near what they were', async () => {
    const cyan = sharp({ create: { width: 64, height: 64, channels: 3, background: '#0090c0' } })
    const { bytes } = await pictureOf(
      await build('c.jpg', await cyan.toColourspace('cmyk').jpeg({ quality: 100 }).toBuffer()),
    )
    const [r = 0, g = 0, b = 0] = (await colourAt(bytes, 30, 30)).split(',').map(Number)
    expect(Math.max(Math.abs(r - 0x00), Math.abs(g - 0x90), Math.abs(b - 0xc0))).toBeLessThan(40)
  })

  test('clear places show the paper', async () => {
    const { bytes } = await pictureOf(await build('clear.png', await chart(80, 40, 'clear').png().toBuffer()))
    expect(await colourAt(bytes, 70, 10)).toBe('255,255,255')
  })
})

describe('what a file says besides its picture is gone', () => {
  const exif = { IFD0: { Copyright: 'Ada', Artist: 'Ada' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } }
  test.each([
    ['a.jpg', () => photograph(300, 200).withExif(exif).jpeg().toBuffer()],
    ['a.png', () => photograph(300, 200).withExif(exif).png().toBuffer()],
    ['a.webp', () => photograph(300, 200).withExif(exif).webp().toBuffer()],
    [
      'b.jpg',
      () =>
        photograph(300, 200)
          .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><Ada/></x:xmpmeta>')
          .jpeg()
          .toBuffer(),
    ],
  ])('%s', async (name, make) => {
    const bytes = await make()
    expect(Buffer.from(bytes).includes('Ada')).toBe(true)
    const picture = await pictureOf(await build(name, bytes))
    expect(Buffer.from(picture.bytes).includes('Ada')).toBe(false)
    expect([picture.metadata.exif, picture.metadata.xmp]).toEqual([undefined, undefined])
  })

  test('a PNG’s comments', async () => {
    const png = await chart(40, 20).png().toBuffer()
    const text = Buffer.from('Comment\0Ada was here')
    const chunk = Buffer.concat([Buffer.from('tEXt'), text])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(text.length)
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc32(chunk))
    // After the header: eight bytes of signature, then IHDR with its length, name and sum.
    const told = Buffer.concat([png.subarray(0, 33), length, chunk, sum, png.subarray(33)])
    expect((await sharp(told).metadata()).comments).toEqual([{ keyword: 'Comment', text: 'Ada was here' }])
    const picture = await pictureOf(await build('a.png', told))
    expect(Buffer.from(picture.bytes).includes('Ada')).toBe(false)
  })
})

/** The checksum of PNG (W3C PNG, annex D). */
function crc32(data: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of data) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

describe('a picture that is too much', () => {
  test('20,000 px wide is made small', async () => {
    const huge = await sharp({ create: { width: 20_000, height: 4_000, channels: 3, background: '#336699' } })
      .jpeg()
      .toBuffer()
    const { metadata, width, height } = await pictureOf(await build('huge.jpg', huge))
    expect([metadata.width, metadata.height, width, height]).toEqual([1200, 240, 536, 107])
  })

  test('one that unpacks to more than can be held is refused, and its words stand', async () => {
    const bomb = await sharp({
      create: { width: 20_000, height: 20_000, channels: 3, background: '#000000' },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 9 })
      .toBuffer()
    expect(bomb.length).toBeLessThan(2_000_000)
    const { text, messages } = await build('bomb.png', bomb)
    expect(messages.join()).toMatch(/image-unreadable .*pixel limit/)
    expect(text).toContain('[Image: What it shows]')
  }, 60_000)

  test.each([
    ['cut short', async () => (await photograph(200, 200).jpeg().toBuffer()).subarray(0, 4000)],
    ['cut in its header', async () => (await chart(40, 20).png().toBuffer()).subarray(0, 20)],
    ['no picture', async () => Buffer.from('GIF89a and nothing more')],
    ['empty', async () => Buffer.alloc(0)],
  ])('a broken one: %s', async (_, make) => {
    const { text, messages } = await build('broken.png', await make())
    expect(messages.join()).toContain('image-unreadable')
    expect(text).toContain('[Image: What it shows]')
  })
})

describe('a drawing that would do more than draw', () => {
  let server: Server
  const asked: string[] = []
  let at = ''
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '')
      response
        .setHeader('content-type', 'image/svg+xml')
        .end(svg('<rect width="40" height="20" fill="#0f0"/>'))
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => server.close())

  const drawings: readonly [name: string, drawing: (secret: string) => string][] = [
    [
      'scripts',
      () =>
        svg(`<script>fetch('${at}/script')</script><rect width="40" height="20" onload="fetch('${at}/x')"/>`),
    ],
    [
      'a page inside',
      () =>
        svg(
          `<foreignObject width="40" height="20"><iframe xmlns="http://www.w3.org/1999/xhtml" src="${at}/frame"/><img xmlns="http://www.w3.org/1999/xhtml" src="${at}/img.png"/></foreignObject>`,
        ),
    ],
    [
      'pictures of elsewhere',
      secret =>
        svg(
          `<image href="${at}/a.png" width="40" height="20"/><image xlink:href="file://${secret}" width="40" height="20"/><image href="${secret}" width="40" height="20"/>`,
        ),
    ],
    [
      'style sheets of elsewhere',
      secret =>
        `<?xml-stylesheet href="${at}/x.css"?>${svg(`<style>@import url(${at}/y.css); @import url(file://${secret}); rect { fill: url(${at}/z.svg#a) }</style><rect width="40" height="20"/>`)}`,
    ],
    [
      'parts of elsewhere',
      secret =>
        svg(
          `<use href="${at}/a.svg#b"/><use href="file://${secret}#b"/><filter id="f"><feImage href="${at}/c.png"/></filter><rect filter="url(#f)" width="40" height="20"/>`,
        ),
    ],
    [
      'inclusions',
      secret =>
        svg(
          `<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="${at}/include.svg"/><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" parse="text" href="file://${secret}"/>`,
        ),
    ],
    [
      'entities of elsewhere',
      secret =>
        `<!DOCTYPE svg [<!ENTITY a SYSTEM "file://${secret}"><!ENTITY b SYSTEM "${at}/entity">]>${svg('<text y="15">&a;&b;</text>')}`,
    ],
    [
      'a document type of elsewhere',
      () =>
        `<!DOCTYPE svg PUBLIC "-//X//Y" "${at}/x.dtd" [<!ENTITY % c SYSTEM "${at}/c.dtd"> %c;]>${svg('<rect width="9" height="9"/>')}`,
    ],
    [
      'a billion laughs',
      () =>
        `<!DOCTYPE svg [<!ENTITY a0 "ha">${Array.from({ length: 12 }, (_, index) => `<!ENTITY a${index + 1} "${`&a${index};`.repeat(10)}">`).join('')}]>${svg('<text>&a12;</text>')}`,
    ],
    [
      'nesting without end',
      () => svg(`${'<g>'.repeat(3000)}<rect width="9" height="9"/>${'</g>'.repeat(3000)}`),
    ],
    [
      'uses that multiply',
      () =>
        svg(
          `<defs><g id="u0"><rect width="1" height="1"/></g>${Array.from({ length: 9 }, (_, index) => `<g id="u${index + 1}">${`<use href="#u${index}"/>`.repeat(10)}</g>`).join('')}</defs><use href="#u9"/>`,
        ),
    ],
  ]

  test.each(drawings)(
    '%s',
    async (_, drawing) => {
      const secret = join(temporaryFolder(), 'secret.svg')
      writeFileSync(secret, svg('<g id="b"><rect width="40" height="20" fill="#f00"/></g>'))
      asked.length = 0
      const made = await build('drawing.svg', drawing(secret))
      expect(asked).toEqual([])
      expect(made.html).not.toMatch(/<svg|<script/)
      if (made.messages.some(message => message.startsWith('image-unreadable'))) {
        expect(made.text).toContain('[Image: What it shows]')
        return
      }
      const { bytes, metadata } = await pictureOf(made)
      expect(metadata.format).toBe('png')
      // Neither the red of the disk nor the green of the net is in it.
      const { dominant } = await sharp(bytes).stats()
      expect([dominant.r > 200 && dominant.g < 60, dominant.g > 200 && dominant.r < 60]).toEqual([
        false,
        false,
      ])
    },
    90_000,
  )
})
