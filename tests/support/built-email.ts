import type { ConfigInput } from '../../pipeline/config/schema.js'
import { createPress } from '../../pipeline/press.js'
import type { RenditionFile } from '../../pipeline/render/rendition.js'
import { memoryWorld } from '../../pipeline/world-memory.js'

/** What a build of the email wrote, and what it said. */
export interface BuiltEmail {
  readonly html: string
  readonly text: string
  readonly eml: Uint8Array
  readonly files: readonly RenditionFile[]
  /** `rule-id reason`, of every message. */
  readonly messages: readonly string[]
}

export interface BuildOptions {
  readonly config?: ConfigInput
  /** The article's file. */
  readonly file?: string
  /** What lies beside it, by name. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>
}

/** Builds the email of an article as the library does, from a folder in memory. */
export async function buildEmail(
  markdown: string,
  { config = {}, file = 'article.md', files = {} }: BuildOptions = {},
): Promise<BuiltEmail> {
  const all = Object.entries({ [file]: markdown, ...files }).map(([name, data]) => [`/content/${name}`, data])
  const press = createPress({
    config,
    folder: '/content',
    world: memoryWorld({ files: Object.fromEntries(all) }),
  })
  try {
    const read = await press.read(`/content/${file}`)
    const { files: made, messages } = await press.render(read, 'email')
    const bytesOf = (path: string) => made.find(each => each.path === path)?.bytes ?? new Uint8Array()
    return {
      html: new TextDecoder().decode(bytesOf('email.html')),
      text: new TextDecoder().decode(bytesOf('email.txt')),
      eml: bytesOf('email.eml'),
      files: made,
      messages: [...read.messages, ...messages].map(({ ruleId, reason }) => `${ruleId} ${reason}`),
    }
  } finally {
    await press.close()
  }
}
