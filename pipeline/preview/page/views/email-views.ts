import type { PreviewIssue } from '../../data.js'
import { fileOf, type View } from '../view.js'
import { htmlView } from './html-view.js'

const address = (look: string) => (issue: PreviewIssue) => {
  const file = fileOf(issue, 'email', 'email.html')
  return file && `email/${encodeURIComponent(issue.slug)}?v=${file.version}${look}`
}

/** The email as mail programs show it. */
export const emailViews: readonly View[] = [
  htmlView({ id: 'email', label: 'Email', format: 'email', address: address('') }),
  htmlView({ id: 'email-phone', label: 'Telephone', format: 'email', address: address(''), look: 'phone' }),
  htmlView({ id: 'email-dark', label: 'Dark', format: 'email', address: address('&dark') }),
]
