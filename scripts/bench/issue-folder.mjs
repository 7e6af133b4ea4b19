// @ts-check
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { anthology, asBody } from './anthology.mjs'
import { photograph } from './photograph.mjs'

/**
 * A publication of one issue: made-up articles of so many words each, the same each time. Every one of them has front
 * matter, headings, a quotation, notes, a table, a list, a code block and links to two others; every third a picture.
 *
 * @param {string} folder in which the publication is made
 * @param {number} articles at least two
 * @param {number} words in each, about
 * @returns {Promise<{words: number, pictures: number}>} how many there are, and the pictures' bytes
 */
export async function writeIssue(folder, articles, words) {
  const content = join(folder, 'content', slug)
  mkdirSync(join(content, 'images'), { recursive: true })
  writeFileSync(join(folder, 'trifold.yaml'), config)
  writeFileSync(join(content, 'issue.yaml'), manifest(articles))
  const texts = issueArticles(articles, words)
  let pictures = 0
  for (const [index, text] of texts.entries()) {
    writeFileSync(join(content, fileOf(index + 1)), text)
    if (!hasPicture(index + 1)) continue
    const picture = await photograph(index + 1, 1600, 1067)
    pictures += picture.byteLength
    writeFileSync(join(content, 'images', `${nameOf(index + 1)}.jpg`), picture)
  }
  return { words: texts.reduce((sum, text) => sum + wordsOf(text), 0), pictures }
}

/** The issue's folder in `content/`, and in what is built. */
export const slug = 'the-long-number'

/** The articles of an issue as Markdown. @param {number} articles at least two @param {number} words in each, about */
export const issueArticles = (articles, words) =>
  anthology(articles, words - wordsOfEnd).map((chapter, index) => {
    const number = index + 1
    // Back to the one before, and on to one further on: both ways across the issue.
    const [before, ahead] = [
      index === 0 ? articles : index,
      ((index + Math.ceil(articles / 2)) % articles) + 1,
    ]
    const head = `title: "${chapter.title}"\nsubtitle: The reckoning of pond ${number}\nauthors: Writer ${(number % 7) + 1}\ndate: 2026-03-20`
    return `---\n${head}\n---\n\n${asBody(chapter)}\n\n${end(number, before, ahead === number ? before : ahead)}`
  })

/** How many words an article has, without its front matter and where its links lead. @param {string} text */
export const wordsOf = text =>
  text
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replaceAll(/\]\([^)]*\)/g, ']')
    .split(/\s+/)
    .filter(word => /[\p{L}\p{N}]/u.test(word)).length

/** How many words the end of an article has. */
const wordsOfEnd = 130

/** What no article is without, and what chance may leave out. @param {number} number @param {number} before @param {number} ahead */
function end(number, before, ahead) {
  const heights = Array.from({ length: 6 }, (_, hour) => (2 + Math.sin(number + hour)).toFixed(2))
  const picture = hasPicture(number)
    ? `![The pond of the mill, number ${number}, at low water](images/${nameOf(number)}.jpg "Pond ${number} at low water.")\n\n`
    : ''
  return `## The reckoning

${picture}What was counted here follows from [the article before](${fileOf(before)}), and is set against [its reckoning](${fileOf(ahead)}#the-reckoning).[^reckoning]

> The tide waits for no clerk, and pond ${number} waits for the tide.

| hour | height in metres |
|---|---:|
${heights.map((height, hour) => `| ${hour + 1} | ${height} |`).join('\n')}

- Read the staff at the sluice at each full hour.
- Write down what was read before it is thought about.
- Leave the gate as it was found.

\`\`\`js
// The height of pond ${number} at an hour after high water, in metres.
function height(hour) {
  const range = ${heights[0]}
  return range * (1 + Math.cos((Math.PI * hour) / 6.21)) / 2
}
\`\`\`

[^reckoning]: By the staff of pond ${number}, which was put up in another year than the others and is read from the other bank.
`
}

/** @param {number} number */
const hasPicture = number => number % 3 === 0

/** @param {number} number */
const nameOf = number => String(number).padStart(3, '0')

/** @param {number} number */
const fileOf = number => `${nameOf(number)}.md`

/** A publication's own. */
export const config = `name: Slack Water
lang: en-GB
url: https://slackwater.example.org
address: The Saltmere Press, Staithe House, Saltmere, England
email:
  from: Slack Water <letters@example.org>
  unsubscribe: https://slackwater.example.org/unsubscribe
  subscribe: https://slackwater.example.org/subscribe
`

/** In sections of ten. @param {number} articles */
function manifest(articles) {
  const files = Array.from({ length: articles }, (_, index) => fileOf(index + 1))
  const sections = files.flatMap((file, index) => [
    ...(index % 10 === 0 ? [`  - title: Part ${index / 10 + 1}`, '    articles:'] : []),
    `      - ${file}`,
  ])
  return `title: The long number\ndescription: What was counted at the ponds, from the first to the last of them.\nnumber: 16\ndate: 2026-03-20\neditors: Hester Quayle\nsections:\n${sections.join('\n')}\n`
}
