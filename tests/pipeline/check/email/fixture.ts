import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import type { Templates } from '../../../../templates/overrides.js'
import { messagesOf } from '../../../docs/build.js'

/** Each folder holds an article that breaks a rule of the email, with the templates or the config that make it. */
export const fixtures = join(import.meta.dirname, '../../../fixtures/email-check')

const config = `name: Slack Water
lang: en
url: https://slackwater.example.org
address: 4 Custom House Lane
email:
  unsubscribe: https://slackwater.example.org/unsubscribe
mergeTags: [name]
`

/** What a build of the email says of a fixture's article. */
export async function messagesOfFixture(name: string): Promise<VFileMessage[]> {
  const beside = (file: string) => join(fixtures, name, file)
  const templates = existsSync(beside('templates.tsx'))
    ? ((await import(beside('templates.tsx'))) as { default: NonNullable<Templates['email']> })
    : undefined
  return messagesOf({
    files: {
      'trifold.yaml': existsSync(beside('trifold.yaml')) ? readFileSync(beside('trifold.yaml')) : config,
      'content/the-mill.md': readFileSync(beside('input.md')),
    },
    formats: ['email'],
    ...(templates ? { templates: { email: templates.default } } : {}),
  })
}
