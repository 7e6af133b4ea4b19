import { beginsMark } from './operator-names.js'
import { readOperators } from './operators.js'

/** Whether every beginning of marked content in a stream has its end. */
export function isBalanced(source: string): boolean {
  let depth = 0
  for (const { name } of readOperators(source)) {
    if (beginsMark.has(name)) depth++
    else if (name === 'EMC' && --depth < 0) return false
  }
  return depth === 0
}
