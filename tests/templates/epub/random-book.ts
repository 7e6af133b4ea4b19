import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import {
  type Article,
  type ArticleMeta,
  type BlockElement,
  epubCovers,
  epubFormulas,
  epubTables,
  type Issue,
} from '../../../pipeline/article.js'
import { articleLink } from '../../../pipeline/article-link.js'
import type { FontAsset, FormatAssets, FormulaAsset, ImageAsset } from '../../../pipeline/assets/assets.js'
import { unwrapped } from '../../../pipeline/assets/woff.js'
import { anchored } from '../../../pipeline/render/pages/anchors.js'
import { pageStarts } from '../../../pipeline/render/pages/page-starts.js'
import { walk } from '../../../pipeline/walk.js'
import { epubTemplate } from '../../../templates/epub/epub.js'
import type { Book } from '../../../templates/epub/package/book.js'
import type { Rendering } from '../../../templates/rendering.js'
import { randomBlocks as likelyBlocks } from '../../support/random-tree.js'
import { anImage, publication, renderingOf } from '../../support/rendering.js'
import { seeded } from '../../support/seeded.js'
import { article, element, mathml, paragraph } from '../../support/tree.js'
import { randomBlocks as anyBlocks } from '../random-blocks.js'

/** Text as no keyboard writes it, and a caller's tree can hold it. */
const oddities = [
  ...['\u0000', '\u0008', '\u000B', '\uFFFE', '\uFFFF', '\uD83C', '\uDF0A', '\u0085', '\u2028', '\u{1FFFF}'],
  ...['\u200D', '\u200E', '\u200F', '\u202E', '\u2067', '\uFEFF', '\u00AD', '\u00A0', '\uE000', '\u{E0041}'],
  ...[']]>', '<!--', '-->', '<?xml?>', '&#0;', '&nbsp;', '<![CDATA[', '<%- title %>', '{{ x }}'],
  ...['مدّ', 'שָׁלוֹם', '潮汐', 'がぎぐ', 'ཆུ་འཐག', 'ก็', '𝔗𝔦𝔡𝔢', '👩‍👩‍👧‍👦', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', 'e\u0301\u0301\u0301'],
]
const languages = ['en', 'en-GB', 'de-AT', 'ar', 'he', 'ja', 'zh-Hant-TW', 'sr-Latn', 'enm', 'qaa']
const dates = [
  '2026',
  '2026-03',
  '2026-03-20',
  '2026-03-20T12:00:00Z',
  '2026-03-20T12:00:00+01:00',
  '2026-03-20T12:00',
  'spring',
]
const identifiers = [
  ...['978-3-16-148410-0', 'urn:issn:1234-5679', 'urn:uuid:not-one', 'urn:isbn:1', 'https://example.org/a b'],
  ...['10.1000/182', 'urn:example:a', 'no identifier at all'],
]
const addresses = [
  ...[
    'https://example.org/?a=1&b=<2>',
    'https://example.org/潮',
    'http://[::1]:8080/',
    'mailto:a@example.org',
    'tel:+44',
  ],
  ...[
    'https://example.org/%zz',
    'ftp://example.org/',
    'javascript:void(0)',
    'https://',
    '#nowhere',
    '#part',
    'b.md#part',
  ],
  // Places in other articles: the beginning of one, a heading, and what is not there.
  ...[
    articleLink({ key: 'a2' }),
    articleLink({ key: 'a1', id: 'part-1' }),
    articleLink({ key: 'a3', id: '潮-0' }),
    articleLink({ key: 'a9' }),
  ],
]

/** The book of a `randomIssue`, with what its publication may ask of it and its build may find, each for some. */
export function randomBook(seed: number): Book {
  return epubTemplate(randomRendering(seed))
}

/** What a template is handed for a `randomBook`. */
export function randomRendering(seed: number): Rendering {
  const random = seeded(seed + 10_000)
  const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(random() * list.length)] as Item
  const epub = {
    tables: pick(epubTables),
    formulas: pick(epubFormulas),
    cover: pick(epubCovers),
    fonts: random() < 0.2,
  }
  const drawn = random() < 0.5
  const cover = drawn && epub.cover === 'generated' ? { cover: { ...jpeg, path: 'images/c0de.jpg' } } : {}
  const changes = {
    publication: { ...publication, epub, name: `${publication.name} ${oddities[seed % oddities.length]}` },
    assets: {
      ...assets,
      ...cover,
      formula: drawn ? formulaOf : assets.formula,
      fonts: epub.fonts ? [face] : [],
    },
  }
  const rendering = renderingOf(randomIssue(seed), 'epub', changes)
  return random() < 0.4 ? { ...rendering, pageStarts: somePages(rendering, random) } : rendering
}

/** Of every few words of an issue, the page that they might be printed on. */
function somePages(rendering: Rendering, random: () => number) {
  const { anchors } = anchored(rendering)
  let page = 1
  const pages = new Map(
    anchors.map(({ id }) => {
      if (random() < 0.2) page += 1 + Math.floor(random() * 2)
      return [id, page] as const
    }),
  )
  return pageStarts(anchors, pages, page + 1)
}

/**
 * An issue at random: one article or several, in sections or in none, after a letter or without, with front matter, of anything that the vocabulary allows, sensible or not;
 * its text, ids, languages and addresses are as odd as a program that makes trees of its own can make them. The same
 * seed gives the same issue.
 */
export function randomIssue(seed: number): Issue {
  const random = seeded(seed)
  const often = (part: number) => random() < part
  const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(random() * list.length)] as Item
  const words = () =>
    Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick([...oddities, 'tide', 'mill'])).join(' ')
  const some = <Value>(value: () => Value, part = 0.4): Value | undefined =>
    often(part) ? value() : undefined

  const sections = [words(), words(), '\u0000']
  const hasSections = often(0.6)
  const hasLetter = often(0.4)
  let section = 0
  const articles = Array.from(
    { length: often(0.3) ? 1 : 2 + Math.floor(random() * 5) },
    (_, index): Article => {
      const blocks = (often(0.5) ? likelyBlocks : anyBlocks)(seed * 100 + index)
      twist(blocks)
      const isLetter = hasLetter && index === 0
      if (often(0.4)) section = (section + 1) % sections.length
      const title = !hasSections || isLetter || often(0.1) ? undefined : sections[section]
      const meta = frontMatter(index)
      const signed = isLetter && meta.authors[0] && often(0.5) ? [paragraph(meta.authors[0].name)] : []
      const text = blocks.filter(({ tagName }) => tagName !== 'notes')
      return {
        ...article([...text, ...further(), ...signed, ...called(blocks)], { key: `a${index + 1}`, meta }),
        ...(title === undefined ? {} : { section: title }),
        ...(isLetter ? { letter: true as const } : {}),
      }
    },
  )

  function frontMatter(index: number): ArticleMeta {
    const lang = pick(languages)
    const given = {
      subtitle: some(words),
      standfirst: some(words),
      date: some(() => pick(dates)),
      cover: some(() => ({ src: pick(['a.png', 'missing.png']), alt: often(0.5) ? words() : '' })),
      license: some(words),
      rights: some(words),
      publisher: some(words),
      identifier: some(() => pick(identifiers)),
      doi: some(() => pick(identifiers), 0.1),
      series: some(words),
      number: some(() => pick(['12', '12.1', 'twelve', ''])),
      canonicalUrl: some(() => pick(addresses)),
      source: some(() => ({
        name: words(),
        url: pick(addresses),
        republished: often(0.5),
        verbatim: often(0.5),
      })),
    }
    return {
      ...(Object.fromEntries(
        Object.entries(given).filter(([, value]) => value !== undefined),
      ) as Partial<ArticleMeta>),
      title: `${words()} ${seed}`,
      authors: Array.from({ length: Math.floor(random() * 4) }, () => ({
        name: often(0.1) ? ' ' : words(),
        role: pick(['translator', 'Visiting fellow', '']),
        affiliation: words(),
        disclosure: words(),
        url: pick(addresses),
      })),
      lang,
      dir: ['ar', 'he'].includes(lang) || often(0.1) ? 'rtl' : 'ltr',
      tags: Array.from({ length: Math.floor(random() * 3) }, words),
      slug: `seed-${seed}-${index}`,
      draft: false,
      toc: often(0.3),
    }
  }

  /** Makes odd, in place, what a tree says. */
  function twist(blocks: BlockElement[]): void {
    walk(
      {
        type: 'root',
        children: blocks,
        position: { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } },
      },
      node => {
        const properties: Record<string, unknown> = node.properties
        if (often(0.03)) properties.lang = pick([...languages, 'not_a_tag', ''])
        if (often(0.03)) properties.dir = pick(['ltr', 'rtl', 'auto'])
        if (properties.href !== undefined && often(0.3)) properties.href = pick(addresses)
        if (properties.alt !== undefined && often(0.3)) properties.alt = pick(['', words()])
        for (const child of node.children ?? []) {
          if (child.type === 'text' && often(0.2)) child.value = `${child.value} ${words()}`
        }
      },
    )
  }

  /** What random trees alone come to seldom: wide and long tables with spans, formulas of every shape, headings by the dozen. */
  function further(): BlockElement[] {
    return [some(table, 0.2), some(formula, 0.3), ...(some(headings, 0.2) ?? [])].flatMap(
      block => block ?? [],
    )
  }

  function table(): BlockElement {
    const [columns, rows] = [1 + Math.floor(random() * 14), 1 + Math.floor(random() * 20)]
    const row = (name: 'th' | 'td') => {
      const cells: BlockElement[] = []
      for (let left = columns; left > 0; ) {
        const span = often(0.2) ? 1 + Math.floor(random() * left) : 1
        left -= span
        // A cell's own rows are never more than are left below it.
        cells.push(element(name, span > 1 ? { colSpan: span } : {}, [words()]) as unknown as BlockElement)
      }
      return element('tr', {}, cells as never)
    }
    const body = Array.from({ length: rows }, () => row('td'))
    const head = element('thead', {}, [row('th')])
    return element('table', {}, [...(often(0.6) ? [head] : []), element('tbody', {}, body)])
  }

  function formula(): BlockElement {
    const cell = () => mathml('mtd', [mathml('mi', ['x'])], often(0.2) ? { columnspan: '2' } : {})
    const [x, y] = [mathml('mi', ['x'], { mathvariant: 'normal' }), mathml('mn', ['2'])]
    const shapes = [
      () =>
        mathml('mtable', [mathml('mtr', [cell(), cell()]), mathml('mtr', [cell()])], {
          columnalign: 'left right',
        }),
      () => mathml('munderover', [mathml('mo', ['∑'], { movablelimits: 'false' }), x, y]),
      () => mathml('msqrt', [x, mathml('mspace', [], { width: '0.2em' }), y]),
      () => mathml('mroot', [x, y]),
      () => mathml('mpadded', [mathml('mphantom', [x])], { width: '1em' }),
      () => mathml('menclose', [x], { notation: 'updiagonalstrike' }),
      () =>
        mathml('mrow', [
          mathml('mo', ['('], { fence: 'true', stretchy: 'false' }),
          mathml('mtext', [words()]),
        ]),
      () => mathml('mstyle', [mathml('msubsup', [x, y, y])], { displaystyle: 'true', scriptlevel: '0' }),
    ]
    return element('equation', { tex: words() }, [
      mathml('math', [pick(shapes)(), pick(shapes)()], often(0.5) ? { display: 'block' } : {}),
    ])
  }

  function headings(): BlockElement[] {
    return Array.from({ length: 12 }, (_, index) =>
      element(
        pick(['h2', 'h3', 'h4'] as const),
        { id: `${pick(['潮', 'part', 'ä.b', '_x', 'ق'])}-${index}` },
        [words()],
      ),
    )
  }

  /** The notes of an article, some of them called again. */
  function called(blocks: readonly BlockElement[]): BlockElement[] {
    const notes = blocks.find(block => block.tagName === 'notes')
    if (notes?.tagName !== 'notes') return []
    const again = notes.children
      .filter(() => often(0.5))
      .map(({ properties }) => {
        const id = `${properties.refs[0] ?? properties.id}-2`
        properties.refs = [...properties.refs, id]
        return paragraph('Again', element('noteref', { id, note: properties.id, number: properties.number }))
      })
    return [...again, notes]
  }

  const [first, ...more] = articles as [Article, ...Article[]]
  const { lang, dir } = first.meta
  const subtitle = some(words)
  const number = some(() => pick(['7', 'VII']))
  return {
    meta: { ...first.meta, authors: often(0.5) ? first.meta.authors : [{ name: words() }] },
    slug: `seed-${seed}`,
    title: `${words()} ${seed}`,
    lang,
    dir,
    modified: new Date('2026-01-02T03:04:05.678Z'),
    articles: [first, ...more],
    ...(subtitle === undefined ? {} : { subtitle }),
    ...(number === undefined ? {} : { number }),
  }
}

const jpeg: ImageAsset = {
  ...anImage,
  path: 'images/fedcba9876543210.jpg',
  type: 'image/jpeg',
  bytes: Buffer.from(
    '/9j/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==',
    'base64',
  ),
}

const assets: FormatAssets = {
  image: (_article, src) => (src.includes('missing') ? undefined : src.includes('a.png') ? anImage : jpeg),
  formula: () => undefined,
  images: [anImage, jpeg],
  fonts: [],
}

/** A formula that was drawn, of a width that its source gives it. */
const formulaOf = (tex: string, display: boolean): FormulaAsset => ({
  ...anImage,
  ems: { width: 1 + ((tex.length * 7) % 90), height: 1.5, below: display ? 0 : 0.4 },
})

const face: FontAsset = {
  family: publication.tokens.fonts.body.family,
  weight: 400,
  style: 'normal',
  path: 'fonts/source-serif-4-latin-400-normal.ttf',
  bytes:
    unwrapped(
      readFileSync(
        createRequire(import.meta.url).resolve(
          '@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff',
        ),
      ),
    )?.bytes ?? new Uint8Array(),
}
