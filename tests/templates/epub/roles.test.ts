import { expect, test } from 'vitest'
import { relatorOf } from '../../../templates/epub/roles.js'

test.each([
  [undefined, 'aut'],
  ['Editor', 'aut'],
  ['Visiting Fellow', 'aut'],
  ['Translator', 'trl'],
  ['Übersetzerin', 'trl'],
  ['traducción', 'trl'],
  ['ترجمة', 'trl'],
  ['Photographs:', 'pht'],
  ['Editor, illustrations', 'ill'],
  ['Research and maps', 'ctg'],
  ['Herausgegeben von', 'edt'],
  ['Avant-propos', 'aui'],
])('%s is %s', (role, code) => {
  expect(relatorOf(role)).toBe(code)
})
