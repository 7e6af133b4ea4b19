import type { Format } from '../../pipeline/article.js'
import { anArticle } from './memory-publication.js'
import { smallPng } from './small-png.js'

/** The files of a publication by path, from its folder. */
export type Sources = ReadonlyMap<string, string | Uint8Array>

/** What people do between two builds. */
export interface Edit {
  readonly what: string
  readonly sources: Sources
  /** Files of `dist/` that are damaged, and what they hold then; removed where nothing. */
  readonly damaged: ReadonlyMap<string, string | undefined>
  readonly formats: readonly Format[]
}

const config = (publisher: string, accent: string) =>
  `name: Slack Water\nlang: en\naddress: 4 Custom House Lane\nurl: https://example.org/letters\npublisher: ${publisher}\ntheme: { light: { accent: '${accent}' } }\nepub: { cover: none }\nemail: { unsubscribe: https://example.org/u }\n`

const pictured = (words: string) => `\n${words}\n\n![A mill by the water](mill.png)\n`

/** A publication to begin with: lone articles, one with a picture, and an issue of two. */
export async function firstSources(): Promise<Sources> {
  return new Map<string, string | Uint8Array>([
    ['trifold.yaml', config('Us', '#336699')],
    ['content/a.md', anArticle('A')],
    ['content/b.md', anArticle('B') + pictured('More.')],
    ['content/mill.png', await smallPng()],
    ['content/whole/issue.yaml', 'title: Whole\ndate: 2026-03-20\narticles: [one.md, two.md]\n'],
    ['content/whole/one.md', anArticle('One')],
    ['content/whole/two.md', anArticle('Two') + pictured('By the river.').replace('mill', '../mill')],
  ])
}

/**
 * Something that people do: to a text, its front matter, a picture, an issue, the config, to what was built; or they take
 * something back, ask for other formats, or do nothing.
 *
 * @param random 0 to 1, as `seeded` gives
 * @param before what there was at each step before, the newest last; not empty
 * @param built the files of `dist/`
 */
export async function randomEdit(
  random: () => number,
  before: readonly Edit[],
  built: readonly string[],
): Promise<Edit> {
  const one = <T>(all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)]
  const number = () => Math.floor(random() * 1000)
  const last = before.at(-1)
  const sources = new Map(last?.sources)
  const article = () => one([...sources.keys()].filter(path => path.endsWith('.md')))
  const edit = (path: string | undefined, change: (text: string) => string) => {
    const text = path === undefined ? undefined : sources.get(path)
    if (path !== undefined && typeof text === 'string') sources.set(path, change(text))
  }
  const damaged = new Map<string, string | undefined>()
  let { formats } = last ?? { formats: ['email', 'epub', 'web'] as const }
  const edits: Readonly<Record<string, () => void | Promise<void>>> = {
    'a text': () => edit(article(), text => `${text}\nParagraph ${number()}.\n`),
    'a title': () => edit(article(), text => text.replace(/title: .*/, `title: Title ${number()}`)),
    'a slug': () => edit(article(), text => text.replace('\n', `\nslug: slug-${number() % 4}\n`)),
    'a draft': () =>
      edit(article(), text =>
        text.includes('draft: true\n')
          ? text.replace('draft: true\n', '')
          : text.replace('\n', '\ndraft: true\n'),
      ),
    'a fault': () => edit(article(), text => text.replace(/date: .*/, 'date: 2026-02-31')),
    'a picture': async () => {
      const path = one([...sources.keys()].filter(path => path.endsWith('.png')))
      if (path) sources.set(path, await smallPng(`#${String(100 + number()).slice(-3)}`))
    },
    'a picture that comes or goes': async () => {
      if (!sources.delete('content/mill.png')) sources.set('content/mill.png', await smallPng())
    },
    'an issue': () =>
      edit('content/whole/issue.yaml', text =>
        text.includes('[one')
          ? text.replace('[one.md, two.md]', '[two.md]')
          : text.replace('[two.md]', '[one.md, two.md]'),
      ),
    'the config': () => {
      sources.set('trifold.yaml', config(`Us ${number() % 3}`, one(['#336699', '#993333']) ?? ''))
    },
    'an article less': () => {
      const path = article()
      if (path && [...sources.keys()].filter(other => other.endsWith('.md')).length > 2) sources.delete(path)
    },
    'an article more': () => {
      const name = `content/n${number()}.md`
      sources.set(name, anArticle(name))
    },
    damage: () => {
      for (let times = 0; times < 2; times++) {
        const path = one(built)
        if (path) damaged.set(path, one([undefined, '', 'Mine', '{}']))
      }
    },
    formats: () => {
      const all = ['email', 'epub', 'web'] as const
      const some = all.filter(() => random() > 0.4)
      formats = some.length > 0 ? some : all
    },
    'what there was': () => {
      const earlier = one(before)
      if (!earlier) return
      sources.clear()
      for (const [path, content] of earlier.sources) sources.set(path, content)
    },
    nothing: () => undefined,
  }
  const what = one(Object.keys(edits)) ?? 'nothing'
  await edits[what]?.()
  return { what, sources, damaged, formats }
}

/** What changes from one step's sources to the next's: a path's content, or undefined where it goes. */
export function changes(from: Sources, to: Sources): ReadonlyMap<string, string | Uint8Array | undefined> {
  const changed = new Map<string, string | Uint8Array | undefined>()
  for (const path of from.keys()) if (!to.has(path)) changed.set(path, undefined)
  for (const [path, content] of to) if (from.get(path) !== content) changed.set(path, content)
  return changed
}
