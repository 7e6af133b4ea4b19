import type { ConfigData } from 'html-validate/browser'
import { finding } from '../../messages.js'
import type { DeepCheck } from '../deep-checks.js'
import { repeatable } from '../gathered.js'
import { htmlFaults } from '../html-faults.js'

/** html-validate's rules for a page by itself, without those that are about how it was typed or sent. */
export const webHtmlRules: ConfigData = {
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
  rules: {
    // A page that is made from a tree has no lines to break.
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    // Styles are in the page, so that it needs nothing beside it; data for machines is no script that runs.
    'no-inline-style': 'off',
    'require-sri': 'off',
    'require-csp-nonce': 'off',
  },
}

/** The web page's HTML by the letter: what a template of the publication's own may have nested or named wrongly. */
export const webHtml: DeepCheck = async ({ rendition, file }) => {
  const page = rendition.files.find(({ path }) => path === 'index.html')
  const faults = await htmlFaults(new TextDecoder().decode(page?.bytes), webHtmlRules)
  return faults.map(({ rule, words }) =>
    repeatable(finding('web-html', `Unexpected HTML: ${words} (html-validate: ${rule})`, { file })),
  )
}
