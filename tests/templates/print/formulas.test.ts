import { toHtml } from 'hast-util-to-html'
import { describe, expect, test } from 'vitest'
import { walk } from '../../../pipeline/walk.js'
import { formulaEms } from '../../../templates/formula-width.js'
import { printTemplate } from '../../../templates/print/print.js'
import { opened } from '../../pipeline/bind/pdf/opened.js'
import { poppler } from '../../support/poppler.js'
import { issueOf, renderingOf, renderingOfFile } from '../../support/rendering.js'
import { measured } from './laid-out.js'
import { onPaper, pdfOf } from './printed.js'

const on = opened()

const typeset = async (markdown: string) => {
  // An article with formulas has the math face among its own.
  const { assets } = await renderingOfFile('tests/templates/print/documents/unbreakable.md', 'pdf')
  return renderingOf(await issueOf(`---\ntitle: T\n---\n\n${markdown}\n`), 'pdf', { assets })
}

const formulas = [
  'E = mc^2',
  'a_1 x^{10} + a_2 x^9 + a_3 x^8 + a_4 x^7',
  '\\sum_{i=1}^{n} \\int_0^1 f(x_i)\\,dx = \\prod_{k} g_k',
  '\\begin{pmatrix} a & b & c & d \\\\ e & f & g & h \\end{pmatrix}',
  '\\text{the rate of the tide in metres per second} = 12.5',
  'WMWMWMWMWM',
  '\\lim_{n \\to \\infty} \\left(1 + \\frac{1}{n}\\right)^n = e',
  'x \\Longrightarrow y \\Longleftrightarrow z \\longrightarrow w',
  '\\mathbb{R}\\mathbb{C}\\mathbb{Z}\\mathcal{M}\\mathfrak{W}',
  'a \\quad b \\qquad c \\quad d',
  '\\operatorname{argmax}_{\\theta} \\log p(x \\mid \\theta)',
]

test('no formula is wider than it is thought to be, nor much narrower', async () => {
  const rendering = await typeset(formulas.map(tex => `$$\n${tex}\n$$`).join('\n\n'))
  const widths = await measured(on.browser, rendering, () =>
    [...document.querySelectorAll<HTMLElement>('.equation > math')].map(set => {
      set.style.display = 'inline math'
      return set.getBoundingClientRect().width / Number.parseFloat(getComputedStyle(set).fontSize)
    }),
  )
  const thought: number[] = []
  walk(rendering.issue.articles[0].tree, node => {
    if (node.tagName === 'equation') thought.push(formulaEms(node))
  })
  expect(widths).toHaveLength(formulas.length)
  for (const [index, width] of widths.entries()) {
    expect(thought[index], formulas[index]).toBeGreaterThanOrEqual(width)
    expect(thought[index], formulas[index]).toBeLessThan(1.4 * width)
  }
})

describe('a long formula in a line', () => {
  const html = async (markdown: string) => toHtml(printTemplate(await typeset(markdown)))
  const parts = async (tex: string) => (await html(`So $$${tex}$$ is.`)).match(/<math /g)?.length

  test.each([
    ['is in one piece where it is short', 'a + b = c', 1],
    ['breaks behind its relations and sums', 'a+b+c+d+e+f+g+h+i+j = k', 11],
    ['does not break in brackets', 'f(a+b+c+d+e+f+g+h+i+j) = k', 2],
    ['does not break in a fraction', '\\frac{a+b+c+d+e+f+g+h+i+j+k+l+m}{2}', 1],
    ['does not break behind its own sign', '-a+b+c+d+e+f+g+h+i+j+k', 11],
  ])('%s', async (_, tex, count) => {
    expect(await parts(tex)).toBe(count)
  })

  test('is one formula to who hears it, said as TeX', async () => {
    const tex = 'a+b+c+d+e+f+g+h+i+j = k'
    const { bytes, unfinished } = await pdfOf(await typeset(`So $$${tex}$$ is.`), on.printer)
    expect(unfinished).toBeUndefined()
    const structure = poppler('pdfinfo', bytes, '-struct')
    expect(structure.match(/Formula/g)).toHaveLength(1)
  })
})

test('a displayed formula goes over both columns where it would be too small in one', async () => {
  const long = `$$\n${Array.from({ length: 20 }, (_, index) => `a_{${index}}`).join(' + ')}\n$$`
  const text = `${'Words of a line. '.repeat(90)}\n\n${long}\n\n$$\na = b\n$$`
  const rendering = onPaper(await typeset(text), { columns: 2 })
  const [wide = 0, narrow = 0] = await measured(on.browser, rendering, () =>
    [...document.querySelectorAll('.equation')].map(each => each.getBoundingClientRect().width),
  )
  expect(wide).toBeGreaterThan(1.9 * narrow)
})
