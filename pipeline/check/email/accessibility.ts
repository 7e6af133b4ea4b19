import { finding } from '../../messages.js'
import { axeViolations } from '../axe.js'
import type { DeepCheck } from '../deep-checks.js'
import { times, together } from '../together.js'

/** Rules of axe for a page that has the window to itself; a letter stands in a mail client's, which has landmarks. */
const ofPages = ['landmark-one-main', 'region']

/** Contrast, names and roles of an email, in the light and in the dark, as a browser draws it. */
export const emailAccessibility: DeepCheck = async ({ rendition, file, world }) => {
  const files = new Map(rendition.files.map(({ path, bytes }) => [path, bytes]))
  const html = new TextDecoder().decode(files.get('email.html'))
  const violations = await axeViolations({ html, files, without: ofPages }, world)
  const found = together(violations, ({ rule, words, scheme }) => `${rule} ${scheme} ${words}`)
  return Promise.all(
    found.map(async ({ first: { rule, words, scheme, element }, times: count }) => {
      const where = element === undefined ? undefined : await rendition.placeOf?.(element)
      const reason = `Unexpected fault${scheme === 'dark' ? ' in the dark' : ''}: ${words} (axe: ${rule})`
      return finding('email-accessibility', times(reason, count), where ?? { file })
    }),
  )
}
