import { randomBytes } from 'node:crypto'
import { h } from 'hastscript'
import sharp from 'sharp'
import { packageReader } from '../../../../pipeline/world/packages.js'
import { type Build, messagesOf } from '../../../docs/build.js'

const columns = (count: number, rows = 2) => {
  const row = (word: string) => `| ${Array.from({ length: count }, (_, at) => `${word}${at}`).join(' | ')} |`
  return [
    row('H'),
    row('---').replace(/---\d+/g, '---'),
    ...Array.from({ length: rows }, () => row('c')),
  ].join('\n')
}
const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#306080' } })
    .png()
    .toBuffer()
/** A picture that no compression makes smaller. */
const noise = () =>
  sharp(randomBytes(2000 * 2000 * 3), { raw: { width: 2000, height: 2000, channels: 3 } })
    .jpeg({ quality: 98 })
    .toBuffer()

const front = 'title: The mill\ndate: 2026-03-20\n'
const article = (text: string, more = '') => `---\n${front}${more}---\n\n${text}\n`
const config = (epub: string) => `name: Slack Water\nlang: en\naddress: 4 Custom House Lane\nepub: ${epub}\n`

/** For each rule of the book, a build that breaks it, with the place that its message is to have. */
const builds = {
  language: async () => ({ files: { 'content/the-mill.md': article('Слова.', 'lang: ru\n') } }),
  size: async () => {
    const pictures = await Promise.all(Array.from({ length: 14 }, noise))
    const shown = pictures.map((_, index) => `![Noise](${index}.jpg)`).join('\n\n')
    const files = Object.fromEntries(pictures.map((bytes, index) => [`content/${index}.jpg`, bytes]))
    return { files: { ...files, 'content/the-mill.md': article(shown) } }
  },
  cover: async () => ({
    files: {
      'trifold.yaml': config('{ cover: picture }'),
      'content/small.png': await picture(500, 800),
      'content/the-mill.md': article('Words.', 'cover: { src: small.png, alt: A mill }\n'),
    },
  }),
  contents: async () => ({ files: { 'content/the-mill.md': article('Word after word. '.repeat(2100)) } }),
  chapter: async () => ({
    files: { 'content/the-mill.md': article(`## A part\n\n${'Word after word. '.repeat(20_000)}`) },
  }),
  link: async () => ({
    files: { 'content/the-mill.md': article('Words, and *more of them*.') },
    templates: { epub: { elements: { em: () => [h('a', { href: '#gone' }, 'more of them')] } } },
  }),
  formula: async () => ({
    files: { 'content/the-mill.md': article(`Words.\n\n$$\n${'x + y + '.repeat(20)}z\n$$`) },
  }),
  table: async () => ({
    files: {
      'trifold.yaml': config('{ tables: keep }'),
      'content/the-mill.md': article(`${columns(10)}\n\n${columns(2, 120)}`),
    },
  }),
  'table-wide': async () => ({
    files: {
      'trifold.yaml': config('{ tables: keep }'),
      'content/the-mill.md': article(`${columns(4)}\n\n${columns(5)}`),
    },
  }),
} satisfies Record<string, () => Promise<Build>>

/** What a build of the EPUB says of a fault. */
export const messagesOfEpub = async (fault: keyof typeof builds) =>
  messagesOf({ ...(await builds[fault]()), formats: ['epub'], packages: packageReader([]) })
