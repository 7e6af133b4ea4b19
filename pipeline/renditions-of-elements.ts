import type { Medium, vocabulary } from './vocabulary.js'

/**
 * What an element becomes, in a few words for each medium. A word in backticks is HTML that the medium's rendition of
 * the element's fixture holds, or in plain text the very signs: a test looks for it. `docs/elements.md` is made of this.
 */
export type Becomes = Readonly<Record<Medium, string>>

/** The same element of HTML in the three formats that have it. */
const html = (name: string, more = ''): Pick<Becomes, 'pdf' | 'epub' | 'web'> => {
  const words = `\`${name}\`${more}`
  return { pdf: words, epub: words, web: words }
}

/** An element of HTML everywhere but in plain text. */
const same = (name: string, text: string): Becomes => ({ email: `\`${name}\``, text, ...html(name) })

const plain = 'its words'
const withTable = 'part of its table'

const heading = (name: string, rule: string): Becomes => ({
  email: `\`${name}\`; one level lower in an issue of several articles`,
  text: `its words, underlined with \`${rule}\``,
  ...html(name),
  pdf: `\`${name}\`, and a line of the outline`,
})

/** What each element of the article tree becomes in each medium. An element without a row does not compile. */
export const renditionsOfElements: Readonly<Record<keyof typeof vocabulary, Becomes>> = {
  h2: heading('h2', '-'),
  h3: heading('h3', '~'),
  h4: heading('h4', '.'),
  p: same('p', 'lines of at most 72 columns'),
  blockquote: {
    email: '`blockquote` with a bar, drawn on a `td` for Outlook',
    text: 'lines that begin with `> `',
    ...html('blockquote'),
  },
  pullquote: {
    email: 'larger, between two lines, in a `td`',
    text: 'eight columns in',
    ...html('aside'),
    pdf: 'larger, apart from the text',
  },
  attribution: { email: 'a small `p`', text: 'a line after the words', ...html('p') },
  ul: {
    email: '`ul`, indented by a margin',
    text: 'items after `- `',
    ...html('ul'),
  },
  ol: {
    email: '`ol`, indented by a margin',
    text: 'items after `1. `, counted as the list counts',
    ...html('ol'),
  },
  li: {
    email: '`li`; a task has `☑` or `☐`',
    text: 'an item; a task has `[x]` or `[ ]`',
    ...html('li', '; a task has `☑` or `☐`'),
    pdf: '`li`; a task has a box',
  },
  dl: same('dl', 'terms and what is said of them, one under the other'),
  dt: { ...same('dt', 'between `*` and `*`'), email: '`dt`, bold' },
  dd: same('dd', 'four columns in'),
  table: {
    email: '`table` that keeps its role; small on a telephone',
    text: 'columns of words, a rule of `-` under the head',
    pdf: '`table`; a wide one smaller, or over the margins',
    epub: '`table`; one that a small screen cannot show a list of its rows',
    web: '`table` that scrolls in a frame of its own',
  },
  caption: { ...same('caption', 'a line'), email: '`caption`, above' },
  thead: same('thead', withTable),
  tbody: same('tbody', withTable),
  tfoot: same('tfoot', withTable),
  tr: same('tr', 'a row'),
  th: { ...same('th', 'a cell'), email: '`th` with `scope`', ...html('th', ' with `scope`') },
  td: same('td', 'a cell'),
  pre: {
    email: '`pre` on a panel, left to right; long lines wrap',
    text: 'four columns in, never wrapped',
    ...html('pre'),
    web: '`pre` that scrolls in a frame of its own',
  },
  line: {
    email: 'a line; a marked one on a ground of its own',
    text: 'a line',
    ...html('span', ' where it is marked'),
    epub: '`span`, which hangs below its own indentation where it is broken',
  },
  token: { email: '`span` with its colour', text: plain, ...html('span', ' with its colour') },
  figure: {
    email: 'what it holds, the caption close below',
    text: 'what it holds, the caption below',
    ...html('figure'),
  },
  figcaption: { email: 'a small `p`', text: 'a line', ...html('figcaption') },
  credit: {
    email: 'a small `p`, slanted but in scripts that have no italics',
    text: 'a line',
    ...html('span', ' in the caption'),
  },
  picture: {
    email: '`img`: PNG, JPEG or GIF, at most 600 px wide, twice as many in the file',
    text: '`[Image: ` its words, `]`; the address it leads to as a number',
    ...html('img', ' at the size the format has use for'),
  },
  hr: {
    email: 'a short line across',
    text: '`* * *`, centred',
    ...html('hr'),
    pdf: '`hr`, a short line',
  },
  callout: {
    email: 'a tinted `td` with a bar in the colour of its kind',
    text: 'lines that begin with `| `, under its label',
    ...html('aside', ' with its label'),
  },
  label: { email: 'a bold `p`', text: 'between `*` and `*`', ...html('p') },
  button: {
    email: '`a` on a ground, padded on a `td`',
    text: 'its words with `:`, the address below',
    ...html('a', ' that stands out'),
    pdf: '`a` that stands out, the address below',
  },
  equation: {
    email: 'a PNG at twice its size, with the TeX for words',
    text: 'the TeX, four columns in',
    ...html('math'),
    web: '`math` that scrolls in a frame of its own',
  },
  embed: {
    email: 'a card in a `td`: thumbnail, linked title, description, host',
    text: 'title, host, description and address, one under the other',
    ...html('aside', ': a card that leads there'),
    pdf: '`aside`: a card with the address in full',
  },
  verse: {
    email: 'lines as they are, indented, in a `div`',
    text: 'lines as they are, four columns in',
    ...html('div', ' of lines as they are'),
  },
  details: {
    email: 'a panel in a `td`, open',
    text: 'lines that begin with `| `, open',
    ...html('div', ', open'),
    web: '`details`',
  },
  summary: { email: 'a bold `p`', text: 'between `*` and `*`', ...html('p'), web: '`summary`' },
  notes: {
    email: '`ol` under a heading, small',
    text: 'a list under `Notes`',
    ...html('section', ' at the end of the article'),
  },
  note: {
    email: '`li` with links back, `↩`',
    text: 'an item after `1. `',
    pdf: 'an item with links back',
    epub: '`div` that a reading system shows on the page, its number leading back',
    web: '`li` with links back, `↩`',
  },
  noteref: {
    email: '`sup` with its number in brackets, `[1]`, leading to the note',
    text: 'the word for note and its number, in brackets',
    ...html('sup', ' that leads to the note'),
  },
  em: same('em', 'between `_` and `_`'),
  strong: same('strong', 'between `*` and `*`'),
  del: same('del', 'between `~` and `~`'),
  ins: same('ins', 'between `+` and `+`'),
  mark: { ...same('mark', 'between `=` and `=`'), email: '`mark` on a ground of its own' },
  code: { ...same('code', 'between two backticks'), email: '`code` on a ground of its own' },
  kbd: { ...same('kbd', 'between `[` and `]`'), email: '`kbd` with a border' },
  sub: { ...same('sub', 'lowered digits, else after `_`'), email: '`sub` that pushes no lines apart' },
  sup: { ...same('sup', 'raised digits, else after a caret'), email: '`sup` that pushes no lines apart' },
  abbr: same('abbr', plain),
  cite: same('cite', 'between `_` and `_`'),
  q: {
    email: 'its words in the marks of its language',
    text: 'its words in the marks of its language',
    ...html('q'),
  },
  a: {
    email: '`a`, underlined',
    text: 'its words and a number, `[1]`; the addresses stand at the end',
    ...html('a'),
  },
  img: {
    email: '`img`; a sign is as high as its line',
    text: '`[` its words, `]`',
    ...html('img'),
  },
  math: { email: 'a PNG in the line, with the TeX for words', text: 'the TeX', ...html('math') },
  br: same('br', 'a new line'),
  ruby: {
    ...same('ruby', 'the word, then its reading in brackets'),
    email: '`ruby`; brackets for who has none',
  },
  rt: { ...same('rt', 'between `(` and `)`'), email: '`rt`' },
  rp: {
    email: '`rp` of our own',
    text: 'left out',
    ...html('rp', ' of our own'),
    pdf: '`rp`, not printed',
  },
  bdi: same('bdi', plain),
  bdo: same('bdo', plain),
  span: same('span', plain),
  mergetag: {
    email: 'the tag, for whoever sends the email to fill in',
    text: 'the tag, for whoever sends the email to fill in',
    pdf: 'its default',
    epub: 'its default',
    web: 'its default',
  },
}
