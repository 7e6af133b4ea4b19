import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { VFileMessage } from 'vfile-message'
import { describe, expect, it } from 'vitest'
import { reporter } from '../../../pipeline/messages.js'
import { readFrontMatter } from '../../../pipeline/parse/front-matter.js'
import { articleKeys } from '../../../pipeline/parse/front-matter-keys.js'
import { readBlock } from './front-matter-block.js'

const page = readFileSync(fileURLToPath(new URL('../../../docs/front-matter.md', import.meta.url)), 'utf8')
const fences = [...page.matchAll(/^```(yaml|toml)\n(.*?)^```$/gms)].map(([, kind, text = '']) =>
  kind === 'yaml' ? `---\n${text}---\n` : `+++\n${text}+++\n`,
)
const rows = [...page.matchAll(/^\| `(\w+)` \|(?:[^|]*)\|(?:[^|]*)\| `(\w+:[^`]*)` \|$/gm)]

function read(file: string) {
  const messages: VFileMessage[] = []
  const meta = readFrontMatter(readBlock(file), { lang: 'en', slug: 'x' }, reporter('x.md', messages))
  return { meta, reasons: messages.map(message => message.reason) }
}

describe('docs/front-matter.md', () => {
  it('has examples in YAML and TOML', () => {
    expect(fences.some(fence => fence.startsWith('---'))).toBe(true)
    expect(fences.some(fence => fence.startsWith('+++'))).toBe(true)
  })

  it.each(fences)('has an example that is sound: %s', fence => {
    expect(read(fence).reasons).toEqual([])
    expect(read(fence).meta.authors.length + (read(fence).meta.title ?? '').length).toBeGreaterThan(0)
  })

  it('has every key in its table, each with an example that is sound', () => {
    expect(rows.map(([, key]) => key).sort()).toEqual(Object.keys(articleKeys).sort())
    for (const [, key, example] of rows) {
      // A caption or a missing alternative text is judged with its picture, not alone.
      const { reasons } = read(`---\n${example}\n${key === 'cover' ? 'cover_alt: x\n' : ''}---\n`)
      expect(reasons, example).toEqual([])
    }
  })
})
