import { z } from 'zod'
import { configFileSchema } from './schema.js'

/** The JSON Schema of trifold.yaml, from which editors complete keys and show what they are for. */
export function configJsonSchema(): object {
  // YAML language servers read draft 7; a transform has no form in JSON Schema, but what goes into it has.
  const { $schema, ...schema } = z.toJSONSchema(configFileSchema, { target: 'draft-07', io: 'input' })
  return { $schema, title: 'trifold.yaml', ...schema }
}
