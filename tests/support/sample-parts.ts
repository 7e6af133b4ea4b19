import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ConfigInput } from '../../pipeline/config/schema.js'
import { createPress } from '../../pipeline/press.js'
import { memoryWorld } from '../../pipeline/world-memory.js'
import { projectRoot } from './built-samples.js'

/** What a message is made of. */
export interface BuiltParts {
  /** `email.parts.json`. */
  readonly bytes: Uint8Array
  /** All files of the rendition by their paths. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

const folder = join(projectRoot, 'content')
const content = () =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .map(path => [path.slice(folder.length + 1), readFileSync(path)]),
  )

const publication: ConfigInput = {
  name: 'Slack Water – 平潮',
  lang: 'en-GB',
  url: 'https://slackwater.example.org',
  address: 'Staithe House, Saltmere',
  mergeTags: ['name', 'first_name', 'email', 'town'],
}

/** The email of an article in pieces, its way out the reader's own. */
export const partsOf = (
  markdown: string,
  email: ConfigInput['email'] = {},
  config: ConfigInput = {},
): Promise<BuiltParts> => build('article.md', { ...content(), 'article.md': markdown }, { ...config, email })

/** The same of a sample: an article's file or an issue's folder. */
export const samplePartsOf = (name: string): Promise<BuiltParts> => build(name, content(), {})

async function build(
  source: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  config: ConfigInput,
): Promise<BuiltParts> {
  const press = createPress({
    folder: '/content',
    world: memoryWorld({
      files: Object.fromEntries(Object.entries(files).map(([name, data]) => [`/content/${name}`, data])),
    }),
    config: {
      ...publication,
      ...config,
      email: {
        from: 'Slack Water, 平潮 <letters@example.org>',
        unsubscribe: '{{ unsubscribe_url }}',
        images: 'embedded',
        ...config.email,
      },
    },
  })
  try {
    const { files: made } = await press.render(await press.read(`/content/${source}`), 'email')
    const byPath = new Map(made.map(({ path, bytes }) => [path, bytes]))
    return { bytes: byPath.get('email.parts.json') ?? new Uint8Array(), files: byPath }
  } finally {
    await press.close()
  }
}
