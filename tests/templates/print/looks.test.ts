import { expect, test } from 'vitest'
import { opened } from '../../pipeline/bind/pdf/opened.js'
import { poppler } from '../../support/poppler.js'
import { issueOf, renderingOf, renderingOfFile } from '../../support/rendering.js'
import { measured } from './laid-out.js'
import { onPaper, pdfOf } from './printed.js'

const on = opened()

const typeset = async (markdown: string, front = '') => {
  const { assets } = await renderingOfFile('content/the-dullest-instrument.md', 'pdf')
  return renderingOf(await issueOf(`---\ntitle: T\n${front}---\n\n${markdown}\n`), 'pdf', { assets })
}

test('the lines of a standfirst are about as long as one another', async () => {
  const words =
    'A tide gauge finds nothing, every day, for longer than anyone who reads it will live, or write'
  const lines = await measured(on.browser, await typeset('Text.', `standfirst: ${words}\n`), () => {
    const range = document.createRange()
    range.selectNodeContents(document.querySelector('.standfirst') as Element)
    return [...range.getClientRects()].map(({ width }) => width)
  })
  expect(lines).toHaveLength(2)
  expect(Math.min(...lines) / Math.max(...lines)).toBeGreaterThan(0.75)
})

test('the leader of an entry of several lines begins where its words end', async () => {
  const long =
    'A heading that is so long that it takes two lines in the list of contents, or more of them on A5'
  const rendering = onPaper(await typeset(`## ${long}\n\nText.\n\n## Short\n\nText.`, 'toc: true\n'), {
    size: 'A5',
  })
  const [entry] = await measured(on.browser, rendering, () =>
    [...document.querySelectorAll('.contents a')].map(each => {
      const words = each.querySelector('.contents-title > span') as Element
      const { bottom, right } = each.querySelector('.leader')?.getBoundingClientRect() ?? new DOMRect()
      const lines = [...words.getClientRects()].map(({ top, bottom, right }) => ({ top, bottom, right }))
      const hides = getComputedStyle(words).backgroundColor
      return { lines, leader: { bottom, right }, hides }
    }),
  )
  const last = entry?.lines.at(-1)
  expect(entry?.lines.length).toBeGreaterThan(1)
  expect(entry?.hides).toBe('rgb(255, 255, 255)')
  expect(entry?.leader.right).toBeGreaterThan((last?.right ?? 0) + 20)
  expect(entry?.leader.bottom).toBeGreaterThan(last?.top ?? 0)
  expect(entry?.leader.bottom).toBeLessThan(last?.bottom ?? 0)
  expect(poppler('pdftotext', (await pdfOf(rendering, on.printer)).bytes)).not.toMatch(/\. ?\. ?\./)
})

test('a table whose head is empty has none', async () => {
  const table = '| | |\n|---|---|\n| One | two |'
  const { bytes, unfinished } = await pdfOf(await typeset(table), on.printer)
  expect(unfinished).toBeUndefined()
  expect(poppler('pdfinfo', bytes, '-struct')).not.toMatch(/THead|TH\b/)
  const [border] = await measured(on.browser, await typeset(table), () => {
    const cell = document.querySelector('td') as Element
    return [Number.parseFloat(getComputedStyle(cell).borderTopWidth)]
  })
  expect(border).toBeGreaterThanOrEqual(1)
})

test('a paragraph that would be torn before something that does not break is set ragged', async () => {
  const text =
    'Words of a line.\n\nWords and `outputDirectoryNames`.\n\nWords and internationalisation.\n\n- Words and $$\\frac{a+b+c+d+e+f+g+h}{2}$$.'
  const aligned = async (align: 'start' | 'justify') =>
    measured(on.browser, onPaper(await typeset(text), { align, columns: 2 }), () =>
      [...document.querySelectorAll('.text > p, .text li')].map(each => getComputedStyle(each).textAlign),
    )
  expect(await aligned('justify')).toEqual(['justify', 'start', 'justify', 'start'])
  expect(await aligned('start')).toEqual(['start', 'start', 'start', 'start'])
})
