// @ts-check
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { anthology, asBody, seeded } from './anthology.mjs'
import { config } from './issue-folder.mjs'
import { photograph } from './photograph.mjs'

/** How many different pictures there are, whatever the number of articles. */
const pictures = 8

/**
 * A publication of so many made-up articles, each an issue of its own: no two alike, 300 to 600 words each, the same each
 * time. They have headings, lists, links and notes as chance has it; every second a table, every third a picture.
 *
 * @param {string} folder in which the publication is made
 * @param {number} count
 * @returns {Promise<string[]>} paths of the articles
 */
export async function writeArticles(folder, count) {
  const content = join(folder, 'content')
  mkdirSync(join(content, 'images'), { recursive: true })
  writeFileSync(join(folder, 'trifold.yaml'), config)
  for (let number = 1; number <= Math.min(pictures, Math.floor(count / 3)); number++)
    writeFileSync(join(content, 'images', `pond-${number}.jpg`), await photograph(number, 1200, 800))
  return Array.from({ length: count }, (_, index) => {
    const path = join(content, `${String(index + 1).padStart(5, '0')}.md`)
    writeFileSync(path, madeArticle(index + 1))
    return path
  })
}

/** One of them as Markdown. @param {number} number from 1 */
export function madeArticle(number) {
  const words = 300 + Math.floor(seeded(number)() * 200)
  const [chapter] = anthology(1, words, number)
  if (!chapter) throw new Error('Expected a chapter')
  const head = `title: "${chapter.title}"\ndescription: What was counted at pond ${number}.\nauthors: Writer ${(number % 7) + 1}\ndate: 2026-03-20`
  const parts = [asBody(chapter), ...(number % 2 === 0 ? [reckoning(number)] : [])]
  if (number % 3 === 0) parts.push(picture(number))
  return `---\n${head}\n---\n\n${parts.join('\n\n')}\n`
}

/** @param {number} number */
const picture = number =>
  `![The pond of the mill at low water](images/pond-${((number / 3 - 1) % pictures) + 1}.jpg "Pond ${number} at low water.")`

/** @param {number} number */
function reckoning(number) {
  const rows = Array.from(
    { length: 6 },
    (_, hour) => `| ${hour + 1} | ${(2 + Math.sin(number + hour)).toFixed(2)} |`,
  )
  return `## The reckoning\n\n| hour | height in metres |\n|---|---:|\n${rows.join('\n')}`
}
