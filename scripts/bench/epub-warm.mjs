// @ts-check
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../setup/root.mjs'
import { issueOf } from './epub-issue.mjs'
import { median } from './figures.mjs'

/** @typedef {import('./epub.mjs').EpubFigure} EpubFigure */

/** @param {string} path of what is built @returns {Promise<any>} */
const built = path => import(pathToFileURL(join(root, 'build', path)).href)

/** An article again and again, in a process and a browser that stay. @param {string} article @param {number} runs @returns {Promise<EpubFigure>} */
export async function measureWarm(article, runs) {
  const { createPress } = await built('bundle/index.js')
  const press = createPress({ folder: dirname(article), config: { name: 'Slack Water', lang: 'en-GB' } })
  try {
    const times = []
    let bytes = 0
    for (let round = -5; round < runs; round++) {
      const start = performance.now()
      const { files } = await press.render(await press.read(article), 'epub')
      if (round >= 0) times.push(performance.now() - start)
      bytes = files[0]?.bytes.byteLength ?? 0
    }
    return { name: 'Trifold: checked by EPUBCheck’s rules', milliseconds: median(times), bytes }
  } finally {
    await press.close()
  }
}

/** What the parts of a long book take. @param {string} folder of articles @param {number} runs @returns {Promise<EpubFigure[]>} */
export async function measureParts(folder, runs) {
  const { bindEpub, checkEpub, epubTemplate } = await built('bundle/epub.js')
  const { linksFor } = await built('pipeline/render/links.js')
  const { wordsIn } = await built('templates/words.js')
  const { defaultTokens } = await built('templates/tokens.js')
  const parts = ['Markdown to articles', 'Template', 'Packing, trees to bytes', 'The check']
  /** @type {number[][]} */
  const times = parts.map(() => [])
  let bytes = new Uint8Array()
  for (let round = -1; round < runs; round++) {
    let start = performance.now()
    const lap = (/** @type {number} */ part) => {
      const now = performance.now()
      if (round >= 0) times[part]?.push(now - start)
      start = now
    }
    const { read, press } = await issueOf(folder)
    lap(0)
    const { issue } = read
    const publication = {
      name: 'Slack Water',
      lang: 'en',
      email: {},
      epub: { cover: 'none' },
      tokens: defaultTokens,
    }
    const assets = { image: () => undefined, formula: () => undefined, images: [], fonts: [] }
    const links = linksFor('epub', issue, publication, ['epub'])
    const book = epubTemplate({
      publication,
      issue,
      tokens: defaultTokens,
      words: wordsIn('en'),
      assets,
      links,
    })
    lap(1)
    bytes = await bindEpub(book)
    lap(2)
    await checkEpub(bytes)
    lap(3)
    await press.close()
  }
  return parts.map((name, part) => ({ name, milliseconds: median(times[part] ?? []) }))
}
