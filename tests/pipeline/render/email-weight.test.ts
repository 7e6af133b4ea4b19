import { beforeAll, describe, expect, it } from 'vitest'
import { classNames, codeClasses } from '../../../templates/email/class-names.js'
import { readPage } from '../../docs/page.js'
import { bound } from '../../templates/email/bound.js'
import { renderingFrom } from '../../templates/email/rendering.js'

/** An article with our own full look: masthead with its date, title, footer with four links, rules for the dark. */
const htmlOf = async (body: string) => {
  const front = 'title: The book of heights\ndate: 2026-03-20'
  const { html } = await bound(await renderingFrom(`---\n${front}\n---\n\n${body}`))
  return html
}
const bytesOf = async (body: string) => Buffer.byteLength(await htmlOf(body))

const sentences = [
  'The gauge at the mill was read each night, and what it said was written in a book with a green spine.',
  'No harbour had asked for the figures, and for nine years nobody came to look at what was in them.',
  'He kept to the hour that his father had kept to, which was not the hour that the almanac gave.',
  'When the new instrument came it stood in a hut of its own, and it wrote without being asked to.',
  'Two heights for one tide are worth more than either, for the difference between them is a third.',
  'In the third winter the lower board was carried off, and he read from a mark on the stone instead.',
  'A gap in such a book cannot be mended, since the water that would have filled it has gone by.',
]
/** 60 paragraphs of prose of 350 letters or a few more, none like another, without a link or a picture. */
const paragraphs = Array.from({ length: 60 }, (_, index) =>
  [0, 2, 3, 5]
    .map(step => sentences[(index + step * (1 + Math.floor(index / 7))) % 7])
    .join(' ')
    .slice(0, 351)
    .replace(/\W*$/, '.'),
)

describe('an email of 60 paragraphs', () => {
  it('holds 350 letters or a few more in each', () => {
    const lengths = paragraphs.map(({ length }) => length)
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(350)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(352)
  })

  it('weighs less than 27,500 bytes with our full look', async () => {
    expect(await bytesOf(paragraphs.join('\n\n'))).toBeLessThan(27_500)
  })
})

/** What one more of each costs: its Markdown by number, and what of that are the writer's own words and addresses. */
interface Part {
  readonly markdown: (number: number) => string
  readonly own: (number: number) => string
  /** Between two of it; a blank line parts blocks. */
  readonly between?: string
  readonly before?: string
}

const link = 'https://example.org/gauge'
const picture = 'https://slackwater.example.org/test/images/gauge.jpg'
const parts: Readonly<Record<string, Part>> = {
  paragraph: { markdown: n => `Words ${n}.`, own: n => `Words ${n}.` },
  'paragraph with a link': { markdown: n => `Words [${n}](${link}).`, own: n => `Words ${n}.${link}` },
  'paragraph with emphasis': { markdown: n => `Words *${n}*.`, own: n => `Words ${n}.` },
  heading: { markdown: n => `## Part ${n}`, own: n => `Part ${n}` },
  'item of a list': { markdown: n => `- item ${n}`, own: n => `item ${n}`, between: '\n' },
  quotation: { markdown: n => `> Said ${n}.\n\nAnd.`, own: n => `Said ${n}.And.` },
  picture: { markdown: n => `![Gauge ${n}](gauge.jpg)`, own: n => `Gauge ${n}${picture}` },
  'picture with a caption': {
    markdown: n => `:::figure\n![Gauge ${n}](gauge.jpg)\n\nWords.\n:::`,
    own: n => `Gauge ${n}${picture}Words.`,
  },
  callout: { markdown: n => `> [!TIP]\n> Words ${n}.\n\nAnd.`, own: n => `TipWords ${n}.And.` },
  footnote: { markdown: n => `Words.[^${n}]\n\n[^${n}]: Note ${n}.`, own: n => `Words.Note ${n}.` },
  'row of three cells': {
    before: '| a | b | c |\n|---|---|---|\n',
    markdown: n => `| ${n} | two | three |`,
    own: n => `${n}twothree`,
    between: '\n',
  },
  'block of code': { markdown: n => `\`\`\`\nwords ${n}\n\`\`\``, own: n => `words ${n}` },
  'line of code without colours': {
    before: '```\n',
    markdown: n => `words_in_line(${n})`,
    own: n => `words_in_line(${n})\n`,
    between: '\n',
  },
  'line of code with colours': {
    before: '```js\n',
    markdown: n => `const height${n} = read("mill", ${n})`,
    own: n => `const height${n} = read("mill", ${n})\n`,
    between: '\n',
  },
  button: { markdown: n => `:button[Go ${n}]{href="${link}"}`, own: n => `Go ${n}${link}` },
  rule: { markdown: () => '---\n\nAnd.', own: () => 'And.' },
  formula: {
    markdown: n => `$$\ndrawn_${n}\n$$`,
    own: n => `drawn_${n}${picture.replace('gauge.jpg', 'formula-small.png')}`,
  },
}

/** The bytes that the seventh adds to six, without its own words. */
async function overheadOf({ markdown, own, between = '\n\n', before = '' }: Part): Promise<number> {
  const body = (count: number) =>
    `${before}${Array.from({ length: count }, (_, index) => markdown(index + 1)).join(between)}`
  return (await bytesOf(body(7))) - (await bytesOf(body(6))) - Buffer.byteLength(own(7))
}

describe('what one more part of a text costs', () => {
  const overheads = new Map<string, number>()
  beforeAll(async () => {
    for (const [name, part] of Object.entries(parts)) overheads.set(name, await overheadOf(part))
  })

  it.each(['paragraph', 'paragraph with a link', 'paragraph with emphasis'])('%s: at most 60 bytes', name => {
    expect(overheads.get(name)).toBeLessThanOrEqual(60)
  })

  it('is as docs/email.md has it, give or take a tenth', () => {
    const rows = [...readPage('docs/email.md').matchAll(/^\| ([^|]+) \| ([\d,]+) \|$/gm)]
    const told = new Map(rows.map(([, name = '', bytes = '']) => [name, Number(bytes.replace(',', ''))]))
    expect([...told.keys()]).toEqual([...overheads.keys()])
    const wrong = [...overheads].filter(
      ([name, bytes]) => Math.abs((told.get(name) ?? 0) - bytes) > Math.max(bytes / 10, 2),
    )
    expect(wrong).toEqual([])
  })
})

describe('the style sheets', () => {
  /** Everything that has a class or a rule of its own. */
  const everything = Object.values(parts)
    .map(({ before = '', markdown }) => `${before}${markdown(1)}${before.startsWith('```') ? '\n```' : ''}`)
    .concat(
      '> [!NOTE]\n> a',
      '> [!IMPORTANT]\n> a',
      '> [!WARNING]\n> a',
      '> [!CAUTION]\n> a',
      ':mark[a] `b` :kbd[c]',
    )
    .concat(':::pullquote\na\n:::', '::embed{url="https://example.org/v" title="A film" image="still.jpg"}')
    .concat('```ts {2}\n// Comment.\nclass A extends B<string> { x = 1; y = "2" }\n```')
    .join('\n\n')

  it('are within the 16 KB that Gmail reads, with every class in use', async () => {
    const html = await htmlOf(everything)
    const sheets = [...html.matchAll(/<style[^>]*>([^<]*)<\/style>/g)].map(([, sheet = '']) => sheet)
    expect(sheets.join('').length).toBeLessThanOrEqual(16_384)
    const used = new Set(
      [...html.matchAll(/ class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' ')),
    )
    const missing = [...Object.values(classNames), ...Object.values(codeClasses)].filter(
      name => !used.has(name),
    )
    expect(missing).toEqual([])
  })
})
