import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { configJsonSchema } from '../../../pipeline/config/json-schema.js'

const file = fileURLToPath(new URL('../../../schema/trifold.schema.json', import.meta.url))

type Node = {
  description?: string
  properties?: Record<string, Node>
  items?: Node | Node[]
  anyOf?: Node[]
}

it('schema/trifold.schema.json is what the config is checked by; UPDATE=1 writes it', () => {
  const schema = configJsonSchema()
  // biome-ignore lint/complexity/useLiteralKeys: the type of `env` has an index signature only
  if (process.env['UPDATE']) {
    writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`)
  }
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(schema)
})

it('describes every key, so that an editor can', () => {
  const bare: string[] = []
  const visit = (node: Node, path: string) => {
    for (const [key, child] of Object.entries(node.properties ?? {})) {
      if (!child.description) bare.push(`${path}${key}`)
      visit(child, `${path}${key}.`)
    }
    for (const child of [node.items ?? [], node.anyOf ?? []].flat()) visit(child, path)
  }
  const schema = configJsonSchema() as Node
  visit(schema, '')
  expect(Object.keys(schema.properties ?? {}).length).toBeGreaterThan(10)
  expect(bare).toEqual([])
})
