// @ts-check
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { anthology, asBody } from '../anthology.mjs'
import { command } from '../our-build.mjs'

/** The words of an article whose message has some 60 KB, text and HTML together. */
const words = 3400

/** The issue that is sent. */
export const slug = 'letter'

/** A publication with one issue, built, that can be sent. @param {string} folder in which it is made */
export function writePublication(folder) {
  mkdirSync(join(folder, 'content'), { recursive: true })
  writeFileSync(
    join(folder, 'trifold.yaml'),
    `name: Slack Water
lang: en
address: 4 Custom House Lane, Saltmere
email:
  from: Slack Water <letters@example.org>
  why: You asked for it.
  unsubscribe: "{{ unsubscribe_url }}"
formats: [email]
mergeTags: [name]
sending: { url: https://letters.example.org, bounces: bounces@example.org }
`,
  )
  const [chapter] = anthology(1, words)
  if (!chapter) throw new Error('Expected a chapter')
  writeFileSync(
    join(folder, 'content', `${slug}.md`),
    `---\ntitle: "${chapter.title}"\ndate: 2026-03-20\n---\n\nDear {{ name | default: "reader" }},\n\n${asBody(chapter)}\n`,
  )
  const { status, stderr } = spawnSync(execPath, [command, 'build', '--quiet'], {
    cwd: folder,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`The issue could not be built: ${stderr}`)
}
