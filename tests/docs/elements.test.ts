import { readFileSync, writeFileSync } from 'node:fs'
import type { Nodes, RootContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { visit } from 'unist-util-visit'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ElementName, Format, Medium } from '../../pipeline/article.js'
import { renditionsOfElements } from '../../pipeline/renditions-of-elements.js'
import { type VocabularyRow, vocabulary } from '../../pipeline/vocabulary.js'
import { textTemplate } from '../../templates/email/text/text.js'
import { epubElements } from '../../templates/epub/elements.js'
import { htmlOf } from '../../templates/html/state.js'
import { printElements } from '../../templates/print/elements.js'
import { webElements } from '../../templates/web/elements.js'
import { issueOf, renderingOf } from '../support/rendering.js'
import { bound } from '../templates/email/bound.js'

const file = new URL('../../docs/elements.md', import.meta.url)
const media = ['email', 'text', 'pdf', 'epub', 'web'] as const satisfies readonly Medium[]
const rows = Object.entries(vocabulary) as [keyof typeof vocabulary, VocabularyRow][]

/** The page, of the two tables. */
function page(): string {
  const cell = (text: string) => text.replaceAll('|', '\\|')
  const lines = rows.map(([name]) => {
    const becomes = media.map(medium => cell(renditionsOfElements[name][medium]))
    return `| \`${name}\` | ${becomes.join(' | ')} |`
  })
  const lost = rows.flatMap(([name, { lost }]) => {
    const left = Object.entries(lost).filter(([, what]) => !what.includes('stands for it'))
    return left.length > 0
      ? [`| \`${name}\` | ${media.map(medium => cell(lost[medium] ?? '')).join(' | ')} |`]
      : []
  })
  const head = '| element | email | plain text | PDF | EPUB | web |\n|---|---|---|---|---|---|'
  return `# What each element becomes

Every element that an article can hold, and what it becomes in each format. How each is written says [Writing](writing.md). The page is made of the tables that the templates are held to; a word in backticks is the HTML that is there, or in plain text the very signs, and a test looks for each.

${head}
${lines.join('\n')}

## What is left out

What a format has no place for. Nothing that is not in this table is lost.

${head}
${lost.join('\n')}
`
}

test('docs/elements.md is made of the tables; UPDATE=1 writes it', () => {
  if (process.env.UPDATE) writeFileSync(file, page())
  expect(readFileSync(file, 'utf8')).toBe(page())
})

/** What a fixture becomes: elements and attributes by name, and the words. */
interface Seen {
  readonly names: ReadonlySet<string>
  readonly words: string
}

function seen(tree: Nodes): Seen {
  const names = new Set<string>()
  let words = ''
  visit(tree, node => {
    if (node.type === 'text') words += node.value
    if (node.type !== 'element') return
    names.add(node.tagName)
    for (const name of Object.keys(node.properties)) if (node.properties[name] !== undefined) names.add(name)
  })
  return { names, words }
}

const tables = { pdf: printElements, epub: epubElements, web: webElements }

async function rendered(fixture: string): Promise<Readonly<Record<Medium, Seen>>> {
  const path = `tests/fixtures/elements/${fixture}/input.md`
  const issue = await issueOf(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'), path)
  const email = renderingOf(issue, 'email')
  const html = (format: Exclude<Format, 'email'>): Seen => {
    const rendering = renderingOf(issue, format)
    const [article] = rendering.issue.articles
    const state = { rendering, article, handlers: tables[format] }
    const children = htmlOf(article.tree.children, state) as RootContent[]
    return seen(fromHtml(toHtml({ type: 'root', children })))
  }
  return {
    email: seen(fromHtml((await bound(email)).html)),
    text: { names: new Set(), words: textTemplate(email) },
    pdf: html('pdf'),
    epub: html('epub'),
    web: html('web'),
  }
}

const fixtures = [...new Set(rows.map(([, { fixture }]) => fixture))]

describe.each(fixtures)('the fixture %s', fixture => {
  let made: Awaited<ReturnType<typeof rendered>>
  beforeAll(async () => {
    made = await rendered(fixture)
  })

  test.each(rows.filter(([, row]) => row.fixture === fixture).map(([name]) => name))(
    'becomes what the page says of %s',
    name => {
      const lacking = media.flatMap(medium => {
        const { names, words } = made[medium]
        const signs = [...renditionsOfElements[name][medium].matchAll(/`([^`]+)`/g)].map(
          ([, sign = '']) => sign,
        )
        return signs
          .filter(sign => !(medium !== 'text' && names.has(sign)) && !words.includes(sign))
          .map(sign => `${medium}: ${sign}`)
      })
      expect(lacking).toEqual([])
    },
  )

  test('keeps in each medium the elements whose names the page has', () => {
    // The other way about: an element of the same name that is there has to be spoken of.
    const unspoken = rows
      .filter(([, row]) => row.fixture === fixture)
      .flatMap(([name]) =>
        (['email', 'pdf', 'epub', 'web'] as const)
          .filter(medium => isHtml(name) && made[medium].names.has(name))
          .filter(medium => !renditionsOfElements[name][medium].includes(`\`${name}\``))
          .map(medium => `${medium}: ${name}`),
      )
    expect(unspoken).toEqual([])
  })
})

/** Names that are no other element's, where the layout around has some of its own. */
const isHtml = (name: ElementName) => !/^(?:table|tbody|tr|td|span|p|label|h2)$/.test(name)
