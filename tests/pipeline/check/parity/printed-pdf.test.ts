import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPdf } from '../../../../pipeline/check/parity/read-pdf.js'
import { createPress, type Press, type ReadIssue } from '../../../../pipeline/press.js'
import { projectRoot } from '../../../support/built-samples.js'
import { poppler } from '../../../support/poppler.js'
import { spaced } from '../../../support/reading/lost.js'
import { lostInPdf } from './lost-in-pdf.js'

let press: Press
let narrow: Press
let small: Press
let halved: Press
beforeAll(() => {
  const fonts = { also: [{ family: 'BIZ UDPMincho', package: '@fontsource/biz-udpmincho' }] }
  const config = {
    name: 'N',
    lang: 'en',
    address: '1 Street',
    mergeTags: ['name', 'email'],
    theme: { fonts },
  }
  press = createPress({ folder: projectRoot, config })
  narrow = createPress({
    folder: projectRoot,
    config: {
      ...config,
      theme: { fonts, paper: { size: 'A5', align: 'justify', dropCap: 3 } },
      pdf: { columns: 2 },
    },
  })
  const paper = { size: '180mm 90mm' }
  small = createPress({ folder: projectRoot, config: { ...config, theme: { fonts, paper } } })
  halved = createPress({
    folder: projectRoot,
    config: { ...config, theme: { fonts, paper }, pdf: { columns: 2 } },
  })
})
afterAll(async () => {
  await press.close()
  await Promise.all([narrow.close(), small.close(), halved.close()])
})

/** What the fixtures have faults for. */
const expected = /images\/missing\.png|nowhere|unknown|mergeTag|merge tag/

async function printed(read: ReadIssue, on = press): Promise<Uint8Array> {
  const { files, messages } = await on.render(read, 'pdf')
  expect(messages.map(String).filter(text => !expected.test(text))).toEqual([])
  return files[0]?.bytes ?? new Uint8Array()
}

/** Words of letters: a page's number is not read by its structure. */
const words = (text: string) => new Set(spaced(text.replaceAll('\u00AD', '')).match(/[\p{L}\p{M}]+/gu))

/** Where poppler, which reads by place, finds other words: fractions, and letters that run from the right. */
const differ = ['math', 'languages', 'arabic', 'hebrew']

describe.each(['elements', 'scripts'])('of the fixtures of %s', folder => {
  const fixtures = join(projectRoot, 'tests/fixtures', folder)
  test.each(readdirSync(fixtures))('%s is read whole and in order', async name => {
    const text = readFileSync(join(fixtures, name, 'input.md'), 'utf8')
    const read = await press.fromMarkdown(text.replaceAll('images/mill.png', 'images/float-gauge.jpg'), {
      path: 'content/input.md',
    })
    const bytes = await printed(read)
    expect(await lostInPdf(read, bytes)).toEqual([])
    if (differ.includes(name)) return
    const known = words((await readPdf(bytes)).text)
    const witness = words(poppler('pdftotext', bytes))
    expect([...witness].filter(word => !known.has(word))).toEqual([])
  })
})

const long = 'the-incomprehensibly-and-extraordinarily-long-words-of-a-link-that-goes-over-lines'
const page = `---
title: On narrow paper
lang: en-GB
---

Incomprehensibly long descriptions of oceanographic observations, meteorological measurements and uncharacteristically
extraordinary hydrographical circumstances are set in columns, wherever hyphenation is unavoidable; and
[${long.replaceAll('-', ' ')}](https://example.org/${long}) leads away.

![A gauge by the water](images/float-gauge.jpg)

Nothing follows that cannot be reproduced internationally: $E = mc^2$, a note,[^1] and a mother-in-law.

| Port | Range |
|:-----|------:|
| Dover harbour | 6.0 |

[^1]: Notwithstanding the aforementioned considerations.
`

test('words that are divided at the end of a line are whole, in two columns and behind a large first letter', async () => {
  const read = await narrow.fromMarkdown(page, { path: 'content/input.md' })
  const bytes = await printed(read, narrow)
  expect(await lostInPdf(read, bytes)).toEqual([])
  const { text, links } = await readPdf(bytes)
  // A divided word says so with a soft hyphen, which is no letter.
  expect(text.match(/\u00AD/g)?.length).toBeGreaterThan(2)
  expect(text).toMatch(/\[1\]\s+example\.org/)
  expect(links.filter(link => link.endsWith(long))).toHaveLength(2)
})

const marine = 'tide gauge harbour moon chart quay sluice float pencil drum'.split(' ')
/** Some of its lines end with a word of that kind, whatever the width: the face of such words comes without a space. */
const setApart = (mark: string) =>
  Array.from({ length: 60 }, (_, index) => {
    const word = marine[(index * 7) % 10]
    return index % 2 ? `${mark}${word}${mark}` : word
  }).join(' ')

test.each(['**', '`', '*'])('words set apart by %s are apart from those of the next line', async mark => {
  for (const on of [press, narrow]) {
    const read = await on.fromMarkdown(`---\ntitle: Apart\nlang: en\n---\n\n${setApart(mark)}\n`)
    expect(await lostInPdf(read, await printed(read, on))).toEqual([])
  }
})

const code = `---
title: Code
lang: en
---

\`\`\`js
import { join } from 'path'
import include from 'posthtml-include'  // the one that stands alone

export default {
  entry: join(__dirname, 'main.js'),
          plugins: [
                    first({ plugins: [include()] }),
                    new RegExp(\`^([a-z]){1,15}(?=$|\${self.re.src_ZPCc})\`)
  ],
}
export { include }
\`\`\`

\`\`\`xml
<mj-social>
    <mj-social-element name="one">
        One
    </mj-social-element>
    <mj-social-element name="two">
        Two
    </mj-social-element>
</mj-social>
\`\`\`
`

test('code has the spaces that were written, and none in a token that stands elsewhere before one', async () => {
  for (const on of [press, narrow]) {
    const read = await on.fromMarkdown(code)
    const bytes = await printed(read, on)
    expect(await lostInPdf(read, bytes)).toEqual([])
    // Where a line begins at the left, as the next word does.
    expect((await readPdf(bytes)).text).toMatch(/\} export \{ include \}/)
  }
})

const mixed = `---
title: Of two ways
lang: en
---

The word שלום עולם 12 מים stands in English, and goes on after it for so long that the line has to end somewhere.

<div lang="ar" dir="rtl">

يرتفع المدّ في 12 ساعة ثم ينخفض، وفي كل مرة يعود الماء إلى حيث كان قبل ذلك بيوم كامل وخمسين دقيقة تقريبا في Saltmere وغيرها.

Dear reader,

</div>
`

test('words from the right are read in their order, over lines and among words from the left', async () => {
  const read = await press.fromMarkdown(mixed)
  expect(await lostInPdf(read, await printed(read))).toEqual([])
})

/** A letter that reaches over the end of a page is painted on the next one, too, and so is all that stands for it. */
const reaching = {
  'ar, with its vowels': 'إِنَّ المَدَّ يَرْتَفِعُ ثُمَّ يَنْخَفِضُ كُلَّ يَوْمٍ مَرَّتَيْنِ',
  'ar, with Latin': 'يرتفع المدّ في 12 ساعة ثم ينخفض، قرب Saltmere town وغيرها، **ثم يعود** مرة أخرى،',
  he: 'הים עולה ב־12 שעות ואחר כך יורד, קרוב ל־Saltmere town, "כמו שנאמר" (בשנת 1999),',
  hi: 'ज्वार हर बारह घंटे में उठता है और फिर गिरता है, हर बार पानी वहीं लौट आता है,',
  th: 'น้ำขึ้นน้ำลงทุกสิบสองชั่วโมง และน้ำก็กลับมาที่เดิมทุกครั้ง',
  vi: 'Thủy triều lên xuống mỗi ngày hai lần, ỔẾẪ ỘỆ Ắ Ẩ Ẵ, Ǻ Ǖ, (jumping) `gypsy` words,',
}

test.each(Object.entries(reaching))(
  'over the ends of pages, each line is read once: %s',
  async (lang, words) => {
    const paragraphs = Array.from({ length: 16 }, (_, index) => {
      const text = `${index + 101}: ${`${words} `.repeat(6 + (index % 4))}`
      return index % 5 === 2 ? `## ${words.slice(0, words.indexOf(' ', 12))}\n\n${text}` : text
    })
    const source = `---\ntitle: x\nlang: ${lang.slice(0, 2)}\n---\n\n${paragraphs.join('\n\n')}`
    for (const on of [small, halved]) {
      const read = await on.fromMarkdown(source)
      expect(await lostInPdf(read, await printed(read, on))).toEqual([])
    }
  },
)
