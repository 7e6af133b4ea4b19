import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { createPress, type Press, type ReadIssue } from '../../pipeline/press.js'
import { projectRoot } from '../support/built-samples.js'

const pages = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const note = `[^n${index}]\n\n[^n${index}]: Note *${index}*, to [part](#part-${index}).`
    return `## Part ${index}\n\nIncomprehensible words, :abbr[HT]{title="Hypertext"}, $a_{${index}}^2$, :lang[Wort]{lang=de}.${note}\n\n| Hour | Height |\n|---|---|\n| ${index} | 1.2 |`
  }).join('\n\n')

/** Four documents of different length, fonts and structure. */
const texts = [
  `# One\n\n${pages(1)}`,
  `# Twelve\n\n${pages(12)}`,
  '---\ntitle: Прилив\nlang: ru\n---\n\nКаждые двенадцать часов вода возвращается. *Курсив*, **жирный**, 🌊 →.',
  '---\ntitle: המים\nlang: he\n---\n\nכל שתים עשרה שעות המים *חוזרים*.',
]

const openPress = () => createPress({ folder: projectRoot, config: { name: 'Slack Water', lang: 'en-GB' } })
const reading = (press: Press) => Promise.all(texts.map(text => press.fromMarkdown(text)))

async function printed(press: Press, read: ReadIssue): Promise<string> {
  const { files, messages } = await press.render(read, 'pdf')
  if (!files[0]) throw new Error(messages.map(String).join('\n'))
  return createHash('sha256').update(files[0].bytes).digest('hex')
}

test('four PDFs have the same bytes in parallel, in sequence, in another order and from another browser', async () => {
  const press = openPress()
  const read = await reading(press)
  const together = await Promise.all(read.map(each => printed(press, each)))
  expect(new Set(together).size).toBe(4)

  const apart: string[] = []
  for (const each of read) apart.push(await printed(press, each))
  expect(apart).toEqual(together)

  const backwards = await Promise.all(read.toReversed().map(each => printed(press, each)))
  expect(backwards.toReversed()).toEqual(together)
  await press.close()

  const another = openPress()
  const anew = await Promise.all((await reading(another)).map(each => printed(another, each)))
  expect(anew).toEqual(together)
  await another.close()
}, 60_000)
