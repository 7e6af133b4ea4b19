import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
/** OASIS's schema of SARIF 2.1.0 (rtm.5), as SchemaStore has it: Microsoft's matchers for jest bring it along. */
const schemaPath = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
const requireBeside = createRequire(schemaPath)

/** What of ajv 6 is used here; it has no types that the compiler finds from here. */
interface Ajv {
  addMetaSchema(schema: object): void
  compile(schema: object): ((value: unknown) => boolean) & {
    errors?: readonly { readonly dataPath: string; readonly message: string }[]
  }
}

/** What the schema of SARIF has against a log, a line for each fault. */
export function sarifFaults(log: unknown): string[] {
  const AjvOfPackage = requireBeside('ajv') as new (options: object) => Ajv
  const ajv = new AjvOfPackage({ schemaId: 'auto', allErrors: true, validateSchema: false })
  ajv.addMetaSchema(requireBeside('ajv/lib/refs/json-schema-draft-04.json') as object)
  const validate = ajv.compile(JSON.parse(readFileSync(schemaPath, 'utf8')) as object)
  return validate(log) ? [] : (validate.errors ?? []).map(({ dataPath, message }) => `${dataPath} ${message}`)
}
