import { finding } from '../../messages.js'
import { axeViolations } from '../axe.js'
import type { DeepCheck } from '../deep-checks.js'
import { repeatable } from '../gathered.js'

/** Rules of axe for a page that has the window to itself; a letter stands in a mail client's, which has landmarks. */
const ofPages = ['landmark-one-main', 'region']

/** Contrast, names and roles of an email, in the light and in the dark, as a browser draws it. */
export const emailAccessibility: DeepCheck = async ({ rendition, file, world }) => {
  const files = new Map(rendition.files.map(({ path, bytes }) => [path, bytes]))
  const html = new TextDecoder().decode(files.get('email.html'))
  const violations = await axeViolations({ html, files, without: ofPages }, world)
  return Promise.all(
    violations.map(async ({ rule, words, scheme, element }) => {
      const where = element === undefined ? undefined : await rendition.placeOf?.(element)
      const reason = `Unexpected fault${scheme === 'dark' ? ' in the dark' : ''}: ${words} (axe: ${rule})`
      return repeatable(finding('email-accessibility', reason, where ?? { file }))
    }),
  )
}
