import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from 'node:process'
import { afterAll, expect, test } from 'vitest'
import { createPress } from '../../pipeline/press.js'
import { faultsOf } from '../support/fuzz/faults.js'
import { fuzzedMarkdown } from '../support/fuzz/fuzzed-markdown.js'
import { shrink } from '../support/fuzz/shrink.js'

/** How many texts, and from which seed: `FUZZ_TEXTS=5000 FUZZ_SEED=100000 npm run fuzz`. */
const texts = Number(env.FUZZ_TEXTS ?? 1000)
const first = Number(env.FUZZ_SEED ?? 1000)
const formats = ['email', 'epub', 'web'] as const
const regressions = join(import.meta.dirname, '../fixtures/regressions')

const config = { name: 'N', lang: 'en', address: '1 Street', mergeTags: ['name', 'email'] }
const press = createPress({ config: { ...config, epub: { cover: 'none' } } })
afterAll(() => press.close())

test(
  `${texts} texts from seed ${first} on are built whole, or it is said why not`,
  async () => {
    const found: string[] = []
    for (let seed = first; seed < first + texts; seed++) {
      const markdown = fuzzedMarkdown(seed)
      const [fault] = await faultsOf(markdown, press, formats)
      if (!fault) continue
      const kind = kindOf(fault)
      const short = await shrink(markdown, async text =>
        (await faultsOf(text, press, formats)).some(other => kindOf(other) === kind),
      )
      // What is found stays: mend it, and give the folder a name that says what it was.
      const folder = join(regressions, `seed-${seed}`)
      mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, 'input.md'), short)
      found.push(`seed ${seed}: ${fault}\n${short}`)
    }
    expect(found.join('\n\n')).toBe('')
  },
  24 * 60 * 60 * 1000,
)

/** Faults of one kind are one: their words and places differ. */
const kindOf = (fault: string): string => fault.replace(/^[\d:]+ /, '').slice(0, 40)
