import { expect, test } from 'vitest'
import { type Format, formats } from '../../../pipeline/article.js'
import { inTurn } from '../../../pipeline/render/in-turn.js'
import type { Rendition } from '../../../pipeline/render/rendition.js'

/** Makes renditions that say what they were told of, and gathers them as they are ready. */
async function made(asked: readonly Format[], tellsPages = false) {
  const steps: string[] = []
  const renditions = await inTurn(asked, {
    tellsPages,
    async make(format, { pdf, epub }): Promise<Rendition> {
      steps.push([format, ...((await pdf) ? ['pdf'] : []), ...((await epub) ? ['epub'] : [])].join(' '))
      return { format, files: [], messages: [], sizes: { step: steps.length } }
    },
    async ready({ format }) {
      steps.push(`${format} is ready`)
    },
  })
  return { steps, renditions }
}

test('the quick formats come first, and the web page once more when its downloads are known', async () => {
  const { steps, renditions } = await made(formats)
  expect(steps).toEqual([
    'email',
    'email is ready',
    'web',
    'web is ready',
    'epub',
    'epub is ready',
    'pdf epub',
    'pdf is ready',
    'web pdf epub',
  ])
  expect(renditions.map(({ format }) => format)).toEqual(formats)
  expect(renditions.find(({ format }) => format === 'web')?.sizes).toEqual({ step: 9 })
})

test('an EPUB that tells of the PDF’s pages comes after it', async () => {
  const { steps } = await made(['epub', 'pdf'], true)
  expect(steps).toEqual(['pdf', 'pdf is ready', 'epub pdf', 'epub is ready'])
})

test('a web page without downloads is made once', async () => {
  const { steps } = await made(['web', 'email'])
  expect(steps).toEqual(['email', 'email is ready', 'web', 'web is ready'])
})
