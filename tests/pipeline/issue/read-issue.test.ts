import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { describe, test } from 'vitest'
import type { Article, Issue } from '../../../pipeline/article.js'
import { defaultConfig } from '../../../pipeline/config/resolve.js'
import { type IssueRead, readIssue } from '../../../pipeline/issue/read-issue.js'
import { elementsNamed, wordsOf } from '../../../pipeline/walk.js'
import { memoryWorld } from '../../../pipeline/world-memory.js'
import { worded } from '../../support/article.js'
import { expectFile } from '../../support/expectation.js'

const fixtures = join(import.meta.dirname, '../../fixtures/issues')

/** A folder holds an issue.yaml with articles, and expected.txt: what is read of it, with the messages. */
describe('an issue of several articles', () => {
  test.each(readdirSync(fixtures))('%s', async name => {
    const folder = join(fixtures, name)
    const names = readdirSync(folder).filter(file => file !== 'expected.txt')
    const files = Object.fromEntries(
      names.map(file => [`/letter/content/${name}/${file}`, readFileSync(join(folder, file), 'utf8')]),
    )
    const messages: VFileMessage[] = []
    const path = `/letter/content/${name}/issue.yaml`
    const source = { path, name: `${name}/issue.yaml`, slug: name, isFolder: true } as const
    const read = await readIssue(source, defaultConfig('/letter'), memoryWorld({ files }), messages)
    const said = messages
      .filter(({ ruleId }) => ruleId !== 'postal-address')
      .map(message => `${basename(message.file ?? '')}:${worded(message)}`)
    expectFile(join(folder, 'expected.txt'), [...outlined(read), ...said, ''].join('\n'))
  })
})

function outlined({ issue, draft }: IssueRead): string[] {
  if (!issue) return [draft ? 'a draft' : 'no issue']
  return [ofIssue(issue), ...issue.articles.flatMap(ofArticle), '']
}

const ofIssue = ({ meta, slug, title, number, lang, modified }: Issue) =>
  [
    `“${title}”`,
    slug,
    number ? `number ${number}` : '',
    lang,
    modified.toISOString().slice(0, 10),
    meta.authors.map(({ name }) => `edited by ${name}`).join(),
  ]
    .filter(Boolean)
    .join(', ')

function ofArticle({ key, file, meta, section, email, letter, tree }: Article): string[] {
  const standing = [section && `in ${section}`, email, letter && 'the letter'].filter(Boolean).join(', ')
  const links = elementsNamed(tree, 'a', 'button').map(link => `  ${wordsOf(link)} → ${link.properties.href}`)
  return [`${key} ${basename(file)} “${meta.title}” (${meta.lang}; ${standing})`, ...links]
}
