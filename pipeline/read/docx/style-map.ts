/**
 * What Word's styles are in HTML, besides those that mammoth knows (headings, lists, notes). Titles and captions become
 * elements of our own, which `document.ts` takes apart.
 */
export const styleMap = [
  "p[style-name='Title'] => tf-title:fresh",
  "p[style-name='Subtitle'] => tf-subtitle:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  "p[style-name='Caption'] => tf-caption:fresh",
  "p[style-name='caption'] => tf-caption:fresh",
  "p[style-name='HTML Preformatted'] => pre:separator('\\n')",
  "p[style-name='Code'] => pre:separator('\\n')",
  "p[style-name='macro'] => pre:separator('\\n')",
  "p[style-name='No Spacing'] => p:fresh",
  "p[style-name='Body Text'] => p:fresh",
  "p[style-name='Body Text 2'] => p:fresh",
  "p[style-name='List Paragraph'] => p:fresh",
  "p[style-name='header'] => !",
  "p[style-name='footer'] => !",
  "p[style-name='TOC Heading'] => !",
  ...[1, 2, 3, 4].map(level => `p[style-name='toc ${level}'] => !`),
  "r[style-name='Strong'] => strong",
  "r[style-name='Emphasis'] => em",
  "r[style-name='Intense Emphasis'] => em",
  "r[style-name='Subtle Emphasis'] => em",
  "r[style-name='HTML Code'] => code",
  "r[style-name='Hyperlink'] => ",
  "r[style-name='FollowedHyperlink'] => ",
  'highlight => mark',
]
