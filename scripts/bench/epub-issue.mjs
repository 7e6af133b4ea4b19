// @ts-check
/**
 * `node epub-issue.mjs FOLDER EPUB`: the Markdown files of a folder, in the order of their names, as one EPUB, by the
 * library.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv } from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { root } from '../setup/root.mjs'

/** The articles of a folder as one issue, and the press that read them. @param {string} folder absolute */
export async function issueOf(folder) {
  const { createPress } = await import(pathToFileURL(join(root, 'build', 'bundle', 'index.js')).href)
  const press = createPress({ folder, config: { name: 'Slack Water', lang: 'en', epub: { cover: 'none' } } })
  const names = readdirSync(folder).filter(name => name.endsWith('.md'))
  const read = []
  for (const name of names.sort())
    read.push(await press.fromMarkdown(readFileSync(join(folder, name), 'utf8'), { file: name }))
  const [first] = read
  if (!first) throw new Error(`Expected Markdown in ${folder}`)
  const articles = read.map(({ issue }, index) => ({ ...issue.articles[0], key: `a${index + 1}` }))
  const issue = { ...first.issue, title: 'An anthology', articles }
  return { press, read: { ...first, issue, messages: [] } }
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const [, , folder = '', epub = ''] = argv
  const { press, read } = await issueOf(folder)
  const { files, messages } = await press.render(read, 'epub')
  await press.close()
  const [book] = files
  if (!book) throw new Error(messages.map(String).join('\n'))
  writeFileSync(epub, book.bytes)
}
