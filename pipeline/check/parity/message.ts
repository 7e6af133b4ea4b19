import type { DeepCheck } from '../deep-checks.js'
import { checkParity } from './check-parity.js'
import { readHtml } from './read-html.js'

/**
 * Holds the message (`email.eml`) against the articles: its parts decoded by a library that did not write them, as a mail
 * reader does (RFC 2045, 6.4; RFC 2046, 5.1).
 */
export const messageParity: DeepCheck = async ({ rendition }) => {
  const message = rendition.files.find(({ path }) => path === 'email.eml')
  const readings = await rendition.readings?.()
  if (!message || !readings) return []
  const { default: PostalMime } = await import('postal-mime')
  const { html = '', text = '' } = await PostalMime.parse(message.bytes)
  return readings.flatMap(readable =>
    checkParity({
      ...readable,
      reading: readable.medium === 'text' ? { text, links: [] } : readHtml(html),
      within: 'message',
    }),
  )
}
