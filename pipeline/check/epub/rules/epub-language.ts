import type { BookRule } from '../checked-book.js'

/** Languages that Kindle has books in, as ISO 639 names them (KDP, "Supported Languages": kdp.amazon.com/help/topic/G200673300). */
const ofKindle = new Set(
  (
    'af ar br ca co cy da de en es eu fi fr frr fy ga gd gl gsw gu gv hi is it ja kw lb ml mr nb nl nn no oc pl pt rm sco ' +
    'stq sv ta zh'
  ).split(' '),
)

/** Send to Kindle refuses books in a language it does not know, and takes the others. */
export const epubLanguage: BookRule = ({ book }) => {
  const [name = ''] = book.lang.toLowerCase().split('-')
  if (ofKindle.has(name)) return []
  const reason = `Unexpected language \`${book.lang}\`, expected one of those that Kindle has books in; Send to Kindle may refuse this one, other e-readers open it`
  return [{ reason, key: 'lang' }]
}
