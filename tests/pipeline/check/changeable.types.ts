import type { ChangeableRule, RuleId } from '../../../pipeline/check/rules.js'
import { defineConfig } from '../../../pipeline/index.js'

defineConfig({ check: { rules: { 'image-alt': 'error', 'preheader-missing': 'off' } } })
// @ts-expect-error A fixed rule stays an error.
defineConfig({ check: { rules: { 'image-outside': 'warning' } } })
// @ts-expect-error There is no such rule.
defineConfig({ check: { rules: { 'image-atl': 'error' } } })
// @ts-expect-error There is no such severity.
defineConfig({ check: { rules: { 'image-alt': 'loud' } } })

export const fixed: Exclude<RuleId, ChangeableRule> = 'slug-taken'
// @ts-expect-error This one may be changed.
export const changeable: Exclude<RuleId, ChangeableRule> = 'image-alt'
