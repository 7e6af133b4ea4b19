// @ts-check
/**
 * A long book of made-up articles, the same each time: chapters of so many words with headings, lists, links, notes and
 * tables, as Markdown for us, as Markdown for who takes them for one text, and as web pages.
 *
 * @typedef {{title: string, blocks: Block[], notes: string[]}} Chapter
 * @typedef {{type: 'heading' | 'paragraph' | 'quote', spans: Span[]} | {type: 'list' | 'row', items: Span[][]} | {type: 'table', rows: string[][]}} Block
 * @typedef {string | {emphasis: string} | {strong: string} | {link: string, words: string} | {note: number}} Span
 */

const vocabulary = (
  'tide water mill moon harbour table hour shore pond wheel stone wind keel rope lamp bell page number letter clerk ' +
  'abbot reckoning silt marsh sluice gate channel buoy chart pilot salt winter spring evening morning seldom always ' +
  'under over behind before after between and or but because although when where which that the a of in to from with ' +
  'was were had been is are could would began stood turned carried measured wrote found kept lost remembered'
).split(' ')

/** Numbers from 0 to 1, the same for a seed (mulberry32). @param {number} seed */
export function seeded(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/**
 * @param {number} chapters
 * @param {number} words in each, about
 * @param {number} [first] the first one's number, from which all that it says follows
 * @returns {Chapter[]}
 */
export function anthology(chapters, words, first = 1) {
  return Array.from({ length: chapters }, (_, index) => chapter(first + index, words))
}

/** @param {number} number @param {number} length @returns {Chapter} */
function chapter(number, length) {
  const random = seeded(number)
  const below = (/** @type {number} */ limit) => Math.floor(random() * limit)
  let count = 0
  /** @param {number} many */
  const words = many => {
    count += many
    return Array.from({ length: many }, () => vocabulary[below(vocabulary.length)] ?? '').join(' ')
  }
  const sentence = () => {
    const text = words(8 + below(16))
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
  }
  /** @type {string[]} */
  const notes = []
  /** @returns {Span[]} */
  const spans = () => {
    /** @type {Span[]} */
    const made = Array.from({ length: 3 + below(3) }, () => `${sentence()} `)
    const kind = below(6)
    if (kind === 0) made.push({ emphasis: words(2) })
    if (kind === 1) made.push({ strong: words(2) })
    if (kind === 2) made.push({ link: `https://example.org/${number}/${count}`, words: words(3) })
    if (kind === 3) {
      notes.push(sentence())
      made.push('Noted', { note: notes.length })
    }
    return made
  }
  /** @type {Block[]} */
  const blocks = []
  while (count < length) {
    const kind = below(12)
    if (kind === 0) blocks.push({ type: 'heading', spans: [words(4)] })
    else if (kind === 1) blocks.push({ type: 'list', items: Array.from({ length: 4 }, () => [sentence()]) })
    else if (kind === 2) blocks.push({ type: 'quote', spans: [sentence()] })
    else if (kind === 3 && blocks.length % 3 === 0)
      blocks.push({ type: 'table', rows: Array.from({ length: 5 }, () => [words(1), words(2), words(1)]) })
    else blocks.push({ type: 'paragraph', spans: spans() })
  }
  return { title: `Chapter ${number}: ${words(3)}`, blocks, notes }
}

/** @param {Chapter} chapter @param {(note: number) => string} nameOf */
function blocksAsMarkdown({ blocks, notes }, nameOf) {
  /** @param {Span} span */
  const span = span => {
    if (typeof span === 'string') return span
    if ('emphasis' in span) return `*${span.emphasis}*`
    if ('strong' in span) return `**${span.strong}**`
    if ('link' in span) return `[${span.words}](${span.link})`
    return `[^${nameOf(span.note)}]`
  }
  const line = (/** @type {Span[]} */ spans) => spans.map(span).join('').trim()
  const written = blocks.map(block => {
    switch (block.type) {
      case 'heading':
        return `## ${line(block.spans)}`
      case 'quote':
        return `> ${line(block.spans)}`
      case 'paragraph':
        return line(block.spans)
      case 'table': {
        const [head = [], ...rows] = block.rows.map(cells => `| ${cells.join(' | ')} |`)
        return [head, '|---|---|---|', ...rows].join('\n')
      }
      default:
        return block.items.map(item => `- ${line(item)}`).join('\n')
    }
  })
  const noted = notes.map((note, index) => `[^${nameOf(index + 1)}]: ${note}`)
  return [...written, ...noted].join('\n\n')
}

/** What stands below the title of an article. @param {Chapter} chapter */
export const asBody = chapter => blocksAsMarkdown(chapter, note => String(note))

/** An article of its own. @param {Chapter} chapter */
export const asArticle = chapter =>
  `---\ntitle: "${chapter.title}"\ndate: 2026-03-20\n---\n\n${asBody(chapter)}\n`

/** A part of a longer text, whose notes have names of their own. @param {Chapter} chapter @param {number} index */
export const asPart = (chapter, index) =>
  `# ${chapter.title}\n\n${blocksAsMarkdown(chapter, note => `${index}-${note}`)}\n`

/** A web page. @param {Chapter} chapter */
export function asPage({ title, blocks, notes }) {
  /** @param {Span} span */
  const span = span => {
    if (typeof span === 'string') return span
    if ('emphasis' in span) return `<em>${span.emphasis}</em>`
    if ('strong' in span) return `<strong>${span.strong}</strong>`
    if ('link' in span) return `<a href="${span.link}">${span.words}</a>`
    return `<sup><a href="#n${span.note}">${span.note}</a></sup>`
  }
  const line = (/** @type {Span[]} */ spans) => spans.map(span).join('')
  const body = blocks.map(block => {
    switch (block.type) {
      case 'heading':
        return `<h2>${line(block.spans)}</h2>`
      case 'quote':
        return `<blockquote><p>${line(block.spans)}</p></blockquote>`
      case 'paragraph':
        return `<p>${line(block.spans)}</p>`
      case 'table':
        return `<table>${block.rows.map(cells => `<tr>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`
      default:
        return `<ul>${block.items.map(item => `<li>${line(item)}</li>`).join('')}</ul>`
    }
  })
  const noted = notes.map((note, index) => `<li id="n${index + 1}">${note}</li>`)
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><article><h1>${title}</h1>${body.join('\n')}${noted.length > 0 ? `<ol>${noted.join('')}</ol>` : ''}</article></body></html>\n`
}
