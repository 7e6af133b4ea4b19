import type { ConfigData } from 'html-validate/browser'
import { finding } from '../../messages.js'
import type { DeepCheck } from '../deep-checks.js'
import { repeatable } from '../gathered.js'
import { htmlFaults } from '../html-faults.js'

/** html-validate's rules, without those that an email has to break. */
export const emailHtmlRules: ConfigData = {
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // Outlook draws with Word, which reads the attributes of HTML 3.2 and little of CSS.
    'no-deprecated-attr': 'off',
    // MJML puts `role="article"` on a `div`: clients throw `article` away, not the role.
    'prefer-native-element': ['error', { exclude: ['article'] }],
  },
}

/** The email's HTML by the letter: what a template of the publication's own may have nested or named wrongly. */
export const emailHtml: DeepCheck = async ({ rendition, file }) => {
  const html = rendition.files.find(({ path }) => path === 'email.html')
  const faults = await htmlFaults(new TextDecoder().decode(html?.bytes), emailHtmlRules)
  return Promise.all(
    faults.map(async ({ rule, words, element }) => {
      const where = element === undefined ? undefined : await rendition.placeOf?.(element)
      const reason = `Unexpected HTML: ${words} (html-validate: ${rule})`
      return repeatable(finding('email-html', reason, where ?? { file }))
    }),
  )
}
