import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPdf } from '../../../../pipeline/check/parity/read-pdf.js'
import { createPress, type Press, type ReadIssue } from '../../../../pipeline/press.js'
import { repeated } from '../../../../scripts/bench/long-article.mjs'
import { projectRoot } from '../../../support/built-samples.js'
import { poppler } from '../../../support/poppler.js'
import { lostInPdf } from './lost-in-pdf.js'

const folder = join(projectRoot, 'content')
let press: Press
beforeAll(() => {
  const fonts = { also: [{ family: 'BIZ UDPMincho', package: '@fontsource/biz-udpmincho' }] }
  press = createPress({ folder, config: { name: 'Slack Water', lang: 'en', theme: { fonts } } })
})
afterAll(() => press.close())

async function printed(read: ReadIssue): Promise<Uint8Array> {
  const { files, messages } = await press.render(read, 'pdf')
  expect(messages.map(String)).toEqual([])
  return files[0]?.bytes ?? new Uint8Array()
}

test.each(['the-dullest-instrument.md', 'forty-eight-minutes.md', 'the-mill-at-nendrum.md', 'between-tides'])(
  'the PDF of %s is read whole and in order',
  async source => {
    const read = await press.read(source)
    expect(await lostInPdf(read, await printed(read))).toEqual([])
  },
)

test('one of some two hundred pages is read whole, within seconds', async () => {
  const sample = readFileSync(join(folder, 'the-dullest-instrument.md'), 'utf8')
  const read = await press.fromMarkdown(repeated(sample, 80), { path: join(folder, 'long.md') })
  const bytes = await printed(read)
  expect(Number(/Pages: +(\d+)/.exec(poppler('pdfinfo', bytes))?.[1])).toBeGreaterThan(180)
  await readPdf(bytes)
  const { user, system } = process.cpuUsage()
  await readPdf(bytes)
  const spent = process.cpuUsage()
  // A third of a second where nothing else is done.
  expect(spent.user + spent.system - user - system).toBeLessThan(1_500_000)
  expect(await lostInPdf(read, bytes)).toEqual([])
})

const texts = {
  ar: [
    40,
    'يرتفع المدّ في 12 ساعة ثم ينخفض، وفي كل مرة يعود *الماء* إلى حيث كان قبل ذلك بيوم [كامل وخمسين](https://example.org/) دقيقة تقريبا في Saltmere town وغيرها، **ثم يعود** مرة أخرى (كما قيل) في عام 1999–2000.',
  ],
  he: [
    40,
    'הים עולה ב־12 שעות ואחר כך *יורד*, ובכל פעם המים חוזרים אל [המקום שבו](https://example.org/) היו, קרוב ל־Saltmere town, "כמו שנאמר" (בשנת 1999).',
  ],
} as const

test.each(Object.entries(texts))(
  'text in %s is read in the order of reading',
  async (lang, [times, paragraph]) => {
    const paragraphs = Array.from(
      { length: times },
      (_, index) => `${index + 101}: ${`${paragraph} `.repeat(4)}`,
    )
    const read = await press.fromMarkdown(`---\ntitle: x\nlang: ${lang}\n---\n\n${paragraphs.join('\n\n')}`)
    expect(await lostInPdf(read, await printed(read))).toEqual([])
  },
)
