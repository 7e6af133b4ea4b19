import { describe, expect, test } from 'vitest'
import type { Cover, Publication } from '../../../pipeline/article.js'
import type { ImageAsset } from '../../../pipeline/assets/assets.js'
import { coverChoice, coverOf } from '../../../templates/cover/choice.js'
import { epubTemplate } from '../../../templates/epub/epub.js'
import { anImage, publication, renderingOf, someAssets } from '../../support/rendering.js'
import { article, issue, paragraph } from '../../support/tree.js'

const drawn: ImageAsset = { ...anImage, path: 'images/drawn.png', width: 1600, height: 2560 }

interface Case {
  readonly size?: readonly [width: number, height: number]
  readonly cover?: Partial<Cover>
  readonly asked?: NonNullable<Publication['epub']>['cover']
  readonly browser?: boolean
}

function rendering({ size, cover, asked, browser = true }: Case) {
  const [width, height] = size ?? [1, 1]
  const meta = {
    title: 'Forty-eight minutes',
    authors: [{ name: 'Ada' }, { name: 'Bo' }],
    ...(size ? { cover: { src: 'a.png', alt: 'A quay', ...cover } } : {}),
  }
  return renderingOf(issue(article([paragraph('Text.')], { meta })), 'epub', {
    publication: { ...publication, epub: asked ? { cover: asked } : {} },
    assets: {
      ...someAssets,
      image: () => ({ ...anImage, width, height }),
      cover: browser ? drawn : undefined,
    },
  })
}

/** The path of the cover's picture. */
const coverPath = (of: Case) => coverOf(rendering(of))?.asset.path
const [own, ours] = [anImage.path, drawn.path]

describe('a book’s cover', () => {
  test.each<[string, Case, string | undefined]>([
    ['drawn where no picture is named', {}, ours],
    ['the named picture where it is upright and large', { size: [1000, 1600] }, own],
    ['the named picture at the least that Kindle takes', { size: [625, 1000] }, own],
    ['drawn where the picture is smaller', { size: [624, 1000] }, ours],
    ['drawn where it is lower', { size: [800, 999] }, ours],
    ['drawn where it is broad', { size: [2000, 1333] }, ours],
    ['drawn where it is nearly square', { size: [1000, 1199] }, ours],
    ['the picture that is said to be one', { size: [800, 600], cover: { whole: true } }, own],
    ['drawn where the picture is said not to be one', { size: [1000, 1600], cover: { whole: false } }, ours],
    ['the picture whatever its shape, where the config says so', { size: [8, 6], asked: 'picture' }, own],
    ['none where the config wants a picture and there is none', { asked: 'picture' }, undefined],
    ['none where the config says so', { size: [1000, 1600], asked: 'none' }, undefined],
    ['the picture whatever its shape, without a browser', { size: [8, 6], browser: false }, own],
    ['none without a browser and a picture', { browser: false }, undefined],
  ])('is %s', (_, of, path) => {
    expect(coverPath(of)).toBe(path)
  })

  test('is drawn only where it is to be', () => {
    expect(coverChoice(rendering({ asked: 'picture' }))).toBeUndefined()
    expect(coverChoice(rendering({ size: [1000, 1600] }))).toMatchObject({ alt: 'A quay' })
    expect(coverChoice(rendering({}))).toBe('drawn')
  })
})

describe('the page of the cover', () => {
  const pageOf = (of: Case) =>
    epubTemplate(rendering(of)).documents.find(({ file }) => file === 'cover.xhtml')

  test('comes first, says title and authors, and is not in the contents', () => {
    const [first, second] = epubTemplate(rendering({})).documents
    expect(first).toMatchObject({ file: 'cover.xhtml', landmark: 'cover', inContents: false })
    expect(second).toMatchObject({ landmark: 'titlepage' })
    const [section] = first?.body ?? []
    expect(section).toMatchObject({
      properties: { 'epub:type': 'cover' },
      children: [
        {
          tagName: 'img',
          properties: { src: ours, alt: 'Cover: Forty-eight minutes. By Ada and Bo', role: 'doc-cover' },
        },
      ],
    })
  })

  test('says what a picture of one’s own shows, too', () => {
    expect(JSON.stringify(pageOf({ size: [1000, 1600] })?.body)).toContain(
      'Cover: Forty-eight minutes. By Ada and Bo. A quay',
    )
  })

  test('is not there where there is no cover', () => {
    expect(pageOf({ asked: 'none' })).toBeUndefined()
    expect(epubTemplate(rendering({ asked: 'none' })).cover).toBeUndefined()
  })

  test('a drawn cover is the book’s, and the picture stays above the text', () => {
    const book = epubTemplate(rendering({ size: [2000, 1333] }))
    expect(book.cover?.href).toBe(ours)
    expect(book.resources.map(({ href }) => href)).toContain(own)
  })
})
