import type { Article, Issue, Publication } from '../../../pipeline/article.js'
import type { FormatAssets, ImageAsset } from '../../../pipeline/assets/assets.js'
import { reporter } from '../../../pipeline/messages.js'
import { parse } from '../../../pipeline/parse/parse.js'
import { transform } from '../../../pipeline/transform/transform.js'
import type { EditionLinks, Rendering } from '../../../templates/rendering.js'
import { defaultTokens } from '../../../templates/tokens.js'
import { wordsIn } from '../../../templates/words.js'

/** A picture that stands for any an article names; one with `missing` in its name cannot be had. */
export const imageNamed = (src: string): ImageAsset | undefined =>
  src.includes('missing')
    ? undefined
    : {
        path: `images/${src.replace(/^.*\//, '')}`,
        type: 'image/png',
        bytes: Buffer.from(
          'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
          'base64',
        ),
        width: src.includes('small') ? 40 : 1200,
        height: src.includes('small') ? 40 : 800,
        shownWidth: src.includes('small') ? 20 : 600,
        shownHeight: src.includes('small') ? 20 : 400,
      }

/** CSS px of what is not shown as large as it is. */
const smallSizes = {
  portrait: { shownWidth: 52, shownHeight: 52 },
  mark: { shownWidth: 120, shownHeight: 40 },
  logo: { shownWidth: 120, shownHeight: 40 },
} as const

export const publication: Publication = {
  name: 'Slack Water',
  lang: 'en-GB',
  url: 'https://slackwater.example.org/',
  address: 'Staithe House, 4 Custom House Lane, Saltmere',
  email: {
    from: 'Slack Water <letters@example.org>',
    unsubscribe: 'https://slackwater.example.org/unsubscribe',
    images: 'hosted',
    why: 'You asked for Slack Water, four times a year.',
  },
  tokens: defaultTokens,
}

/** Parses Markdown as a build does. */
export async function articleFrom(markdown: string, key = 'a1'): Promise<Article> {
  const report = reporter('test.md', [])
  const options = {
    mergeTags: new Map([
      ['name', undefined],
      ['email', undefined],
    ]),
    lang: 'en-GB',
    slug: 'test',
  }
  return transform(parse(markdown, options, report), { key, file: 'test.md' }, report)
}

/** What an email's templates are handed for one or several articles. */
export function renderingOf(
  articles: readonly [Article, ...Article[]],
  change: { publication?: Partial<Publication>; links?: Partial<EditionLinks>; issue?: Partial<Issue> } = {},
): Rendering {
  const { meta } = articles[0]
  const images = new Map<string, ImageAsset>()
  const image = (src: string) => {
    const asset = imageNamed(src)
    if (asset) images.set(asset.path, asset)
    return asset
  }
  const assets: FormatAssets = {
    image(_article, src, use) {
      const asset = image(src)
      return asset && use && use !== 'picture' ? { ...asset, ...smallSizes[use] } : asset
    },
    formula(tex) {
      const picture = tex.includes('drawn') ? image('formula-small.png') : undefined
      return picture && { ...picture, ems: { width: 2, height: 1, below: 0.2 } }
    },
    get images() {
      return [...images.values()]
    },
    fonts: [],
  }
  return {
    publication: { ...publication, ...change.publication },
    issue: {
      meta,
      slug: meta.slug,
      title: meta.title,
      ...(meta.number ? { number: meta.number } : {}),
      lang: meta.lang,
      dir: meta.dir,
      modified: new Date('2026-03-20T00:00:00Z'),
      articles,
      ...change.issue,
    },
    tokens: change.publication?.tokens ?? defaultTokens,
    words: wordsIn(meta.lang),
    assets,
    links: {
      web: 'https://slackwater.example.org/test/',
      pdf: 'https://slackwater.example.org/test/test.pdf',
      epub: 'https://slackwater.example.org/test/test.epub',
      unsubscribe: 'https://slackwater.example.org/unsubscribe',
      image: asset => `https://slackwater.example.org/test/${asset.path}`,
      ...change.links,
    },
  }
}

/** A rendering of one article of Markdown. */
export const renderingFrom = async (
  markdown: string,
  change?: Parameters<typeof renderingOf>[1],
): Promise<Rendering> => renderingOf([await articleFrom(markdown)], change)
