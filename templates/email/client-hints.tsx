import type { ElementContent } from 'hast'

/**
 * For the Word engine of classic Outlook, which otherwise takes a line's height for the least it may be: headings keep
 * theirs (https://www.caniemail.com/features/css-line-height/). Paragraphs do not, for theirs would cut off pictures.
 */
const forWord = '[if mso]><style>h1,h2,h3,h4{mso-line-height-rule:exactly}</style><![endif]'

/**
 * What clients are told and MJML does not write: that the email has a look of its own for the dark, which they need not
 * invert, and (iOS) that its figures and names are words, not telephone numbers and dates to link.
 */
export const clientHints = (): ElementContent[] => [
  <meta name="color-scheme" content="light dark" />,
  <meta name="supported-color-schemes" content="light dark" />,
  <meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no" />,
  <meta name="x-apple-disable-message-reformatting" />,
  { type: 'comment', value: forWord },
]
