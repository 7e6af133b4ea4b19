import type { Browser } from 'puppeteer'
import type { Format } from '../../pipeline/article.js'
import { memoryCache } from '../../pipeline/world/memory-cache.js'
import { packageReader } from '../../pipeline/world/packages.js'
import { countingCache } from './counting-cache.js'
import { anArticle, type MemoryPublication, memoryPublication } from './memory-publication.js'
import { smallPng } from './small-png.js'

/** An issue of many articles, each with a picture of its own, and a lone article beside it. */
export async function issueOfMany(articles: number, browser?: Browser) {
  const files: Record<string, string | Uint8Array> = {
    'trifold.yaml':
      'name: Slack Water\nlang: en\naddress: 4 Custom House Lane\nurl: https://example.org/letters\nemail: { unsubscribe: https://example.org/u }\n',
    'content/alone.md': anArticle('Alone'),
    'content/whole/issue.yaml': 'title: Whole\ndate: 2026-03-20\n',
  }
  for (let number = 0; number < articles; number++) {
    files[`content/whole/n${number}.md`] =
      `${anArticle(`N${number}`)}\n![A mill by the water](n${number}.png)\n`
    files[`content/whole/n${number}.png`] = await smallPng(`#${String(100 + number)}`, 60)
  }
  const cache = countingCache(memoryCache())
  const publication = memoryPublication(files, {
    cache,
    packages: packageReader([]),
    ...(browser ? { browser: async () => browser } : {}),
  })
  return { publication, build: (formats: readonly Format[]) => counted(publication, cache.counted, formats) }
}

async function counted<T>(publication: MemoryPublication, counts: () => T, formats: readonly Format[]) {
  const { files } = publication.world
  const read = { ...files }.read
  const articles = new Set<string>()
  Object.assign(files, {
    read: (path: string) => {
      if (path.endsWith('.md')) articles.add(path)
      return read(path)
    },
  })
  const { issues } = await publication.build([], formats)
  Object.assign(files, { read })
  const built = issues.filter(issue => !issue.upToDate).map(({ slug }) => slug)
  return { built, read: articles.size, ...counts() }
}
