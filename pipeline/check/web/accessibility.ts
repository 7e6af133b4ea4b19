import { finding } from '../../messages.js'
import { axeViolations } from '../axe.js'
import type { DeepCheck } from '../deep-checks.js'
import { repeatable } from '../gathered.js'

/** Contrast, names, roles and landmarks of the web page, in the light and in the dark, as a browser draws it. */
export const webAccessibility: DeepCheck = async ({ rendition, file, world }) => {
  const files = new Map(rendition.files.map(({ path, bytes }) => [path, bytes]))
  const html = new TextDecoder().decode(files.get('index.html'))
  const violations = await axeViolations({ html, files, without: [] }, world)
  return violations.map(({ rule, words, scheme }) => {
    const reason = `Unexpected fault${scheme === 'dark' ? ' in the dark' : ''}: ${words} (axe: ${rule})`
    return repeatable(finding('web-accessibility', reason, { file }))
  })
}
