import { z } from 'zod'
import { type ChangeableRule, changeableRules, rules } from '../check/rules.js'

const severity = z.enum(['error', 'warning', 'info', 'off'])

const words = { error: 'An error', warning: 'A warning', info: 'An info' } as const

/** A key for each rule whose severity may be changed: editors complete them, with what each finds. */
const ruleKeys = Object.fromEntries(
  changeableRules.map(id => {
    const { description, severity: own } = rules[id]
    return [id, severity.optional().describe(`${description} ${words[own]} where nothing is said.`)]
  }),
  // One key for each of them, which `fromEntries` has no type for.
) as Record<ChangeableRule, z.ZodOptional<typeof severity>>

/** What a publication says of the checks. */
export const checkSchema = z.strictObject({
  rules: z
    .strictObject(ruleKeys)
    .describe('What rules weigh here: error, warning, info, or off where nobody is to be told.')
    .optional(),
})
