import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Format } from '../../pipeline/article.js'
import { createPress } from '../../pipeline/press.js'
import { projectRoot } from '../support/built-samples.js'
import { faultsAmong } from '../support/fuzz/faults.js'

const modules = join(projectRoot, 'node_modules')
const formats: readonly Format[] = ['email', 'pdf', 'epub', 'web']

/** The README and CHANGELOG of every package that is installed, each text once. */
function texts(): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const seen = new Set<string>()
  const names = readdirSync(modules, { recursive: true, encoding: 'utf8' })
  for (const name of names.sort()) {
    if (!/(?:^|[/\\])(?:readme|changelog)\.md$/i.test(name) || name.startsWith('.cache')) continue
    const text = readFileSync(join(modules, name), 'utf8')
    if (text.trim() === '' || seen.has(text)) continue
    seen.add(text)
    found.set(relative(projectRoot, join(modules, name)), text)
  }
  return found
}

const press = createPress({ config: { name: 'N', lang: 'en', address: '1 Street' } })
afterAll(() => press.close())

test('what others wrote for other programs is built with full parity, in every format', async () => {
  const all = texts()
  expect(all.size).toBeGreaterThan(300)
  const built: Partial<Record<Format, number>> = {}
  const stopped = new Map<string, number>()
  const found: string[] = []
  let messages = 0
  for (const [name, text] of all) {
    const read = await press.fromMarkdown(text)
    messages += read.messages.length
    found.push(...faultsAmong(read.messages, text).map(fault => `${name}: ${fault}`))
    for (const format of formats) {
      const rendition = await press.render(read, format)
      messages += rendition.messages.length
      found.push(...faultsAmong(rendition.messages, text).map(fault => `${name} as ${format}: ${fault}`))
      if (rendition.files.length > 0) built[format] = (built[format] ?? 0) + 1
      for (const rule of new Set(rendition.messages.flatMap(each => (each.fatal ? (each.ruleId ?? '') : []))))
        stopped.set(`${format} ${rule}`, (stopped.get(`${format} ${rule}`) ?? 0) + 1)
    }
  }
  const figures = formats.map(format => `${format} ${built[format] ?? 0}`).join(', ')
  console.log(
    `${all.size} texts: ${figures}; ${messages} messages; stopped by ${JSON.stringify([...stopped])}`,
  )
  expect(found).toEqual([])
})
