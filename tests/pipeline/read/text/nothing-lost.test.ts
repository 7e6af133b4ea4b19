import { describe, expect, test } from 'vitest'
import { invented, lost, made } from './accounting.js'
import { mutated } from './mutations.js'
import { pasteOf, pastes } from './pastes.js'

const seeds = Array.from({ length: 12 }, (_, index) => index + 1)

describe.each(pastes)('of %s', name => {
  const text = pasteOf(name)

  test.each(['safe', 'likely'] as const)('no word is lost or made up, with %s quotations', async quotes => {
    const result = await made(text, quotes)
    expect(lost(text, result)).toEqual([])
    expect(invented(text, result)).toEqual([])
  })

  test('nor where the text is spoilt', async () => {
    for (const seed of seeds) {
      const spoilt = mutated(text, seed)
      const result = await made(spoilt, seed % 2 === 0 ? 'safe' : 'likely')
      expect(lost(spoilt, result), `seed ${seed}`).toEqual([])
      expect(invented(spoilt, result), `seed ${seed}`).toEqual([])
    }
  })
})

test('a word that is missing is found missing, and one too many too many', async () => {
  const text = pasteOf('academic-oped')
  const result = await made(text)
  expect(lost(`${text} seagull`, result)).toEqual(['seagull'])
  expect(lost(`${text} harbour`, result)).toEqual(['harbour'])
  expect(invented(text.replaceAll('spoon', ''), result)).toEqual(['spoon'])
})
