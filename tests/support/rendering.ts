import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Article, Format, Issue, Publication } from '../../pipeline/article.js'
import type { FormatAssets, ImageAsset } from '../../pipeline/assets/assets.js'
import { prepareAssets } from '../../pipeline/assets/prepare.js'
import { composeIssue } from '../../pipeline/issue/compose.js'
import { linksFor } from '../../pipeline/render/links.js'
import { nodeWorld } from '../../pipeline/world-node.js'
import type { Rendering } from '../../templates/rendering.js'
import { defaultTokens } from '../../templates/tokens.js'
import { wordsIn } from '../../templates/words.js'
import { articleOf } from './article.js'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A publication with everything a config can say. */
export const publication: Publication = {
  name: 'Slack Water',
  publisher: 'The Saltmere Press',
  description: 'A quarterly letter about tides, estuaries and the people who work by them.',
  editor: 'Hester Quayle',
  lang: 'en-GB',
  url: 'https://slackwater.example.org',
  address: 'The Saltmere Press, Staithe House, 4 Custom House Lane, Saltmere, Norfolk, England',
  email: { unsubscribe: 'https://slackwater.example.org/unsubscribe' },
  tokens: defaultTokens,
}

/** A picture of nothing in particular, where a template needs one. */
export const anImage: ImageAsset = {
  path: 'images/0123456789abcdef.png',
  type: 'image/png',
  bytes: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAADElEQVQI12PQjigDAAGrAPpIjc/YAAAAAElFTkSuQmCC',
    'base64',
  ),
  width: 1,
  height: 1,
  shownWidth: 1,
  shownHeight: 1,
}

/** Assets in which every picture is there but those whose name says `missing`. */
export const someAssets: FormatAssets = {
  image: (_article, src) => (src.includes('missing') ? undefined : anImage),
  formula: () => undefined,
  images: [anImage],
  fonts: [],
}

/** What a template is handed for an issue, with pictures that are one grey dot. */
export function renderingOf(issue: Issue, format: Format, changes: Partial<Rendering> = {}): Rendering {
  const { publication: of = publication } = changes
  return {
    publication: of,
    issue,
    tokens: of.tokens,
    words: wordsIn(issue.lang),
    assets: someAssets,
    links: linksFor(format, issue, of, ['email', 'pdf', 'epub', 'web']),
    ...changes,
  }
}

/** What a template is handed for a Markdown file, its pictures read from beside it. @param file relative to the root */
export async function renderingOfFile(
  file: string,
  format: Format,
  changes: Partial<Publication> = {},
): Promise<Rendering> {
  const of = { ...publication, ...changes }
  const path = resolve(root, file)
  const issue = await issueOf(await readFile(path, 'utf8'), path)
  const world = nodeWorld()
  const assets = await prepareAssets(issue, [format], {
    world,
    contentRoot: dirname(path),
    folderOf: () => dirname(path),
    tokens: of.tokens,
    bookFonts: of.epub?.fonts,
  })
  return renderingOf(issue, format, { publication: of, assets: assets.for(format) })
}

/** An issue of one article in Markdown, as the pipeline makes it. */
export async function issueOf(markdown: string, path = 'input.md'): Promise<Issue> {
  const slug = path.replace(/^.*\/|\.md$/g, '')
  const { article } = await articleOf(markdown, { slug })
  return composeIssue(article, {}, () => undefined)
}

/** The articles of several issues as one issue, with keys of their own. */
export function joined(first: Issue, ...more: readonly Issue[]): Issue {
  const articles = [first, ...more].map(
    ({ articles: [article] }, index): Article => ({ ...article, key: `a${index + 1}` }),
  )
  const { title, lang, dir, slug, date, series } = first.meta
  const meta = { title, lang, dir, slug, authors: [], tags: [], toc: false, draft: false }
  return {
    ...first,
    meta: { ...meta, ...(date ? { date } : {}), ...(series ? { series } : {}) },
    articles: articles as [Article, ...Article[]],
  }
}

/** The sample publication's articles. */
export const samples = ['the-dullest-instrument', 'forty-eight-minutes', 'the-mill-at-nendrum'].map(slug =>
  join('content', `${slug}.md`),
)
