import { describe, expect, test } from 'vitest'
import { nameFileAs, titleFileAs } from '../../../templates/epub/file-as.js'

describe('a title is sorted by its first word that is no article of its language', () => {
  test.each([
    ['The Art of War', 'en-GB', 'Art of War, The'],
    ['A tide table', 'en', 'tide table, A'],
    ['Der Schimmelreiter', 'de', 'Schimmelreiter, Der'],
    ['La peste', 'fr-FR', 'peste, La'],
    ['L’Étranger', 'fr', 'Étranger, L’'],
    ["L'isola di Arturo", 'it', "isola di Arturo, L'"],
    ['El Aleph', 'es', 'Aleph, El'],
    ['Os Lusíadas', 'pt-BR', 'Lusíadas, Os'],
    ['Het achterhuis', 'nl', 'achterhuis, Het'],
  ])('%s (%s)', (title, lang, expected) => {
    expect(titleFileAs(title, lang)).toBe(expected)
  })

  test.each([
    ['Die Hard', 'en'],
    ['La La Land', 'en'],
    ['Theatre of tides', 'en'],
    ['A to Z of harbours', 'en'],
    ['A is for anchor', 'en'],
    ['The', 'en'],
    ['The …', 'en'],
    ['Un', 'fr'],
    ['The tide', 'ja'],
    ['', 'en'],
  ])('not %j (%s)', (title, lang) => {
    expect(titleFileAs(title, lang)).toBeUndefined()
  })
})

describe('a name is sorted by its family’s part only where it tells which that is', () => {
  test.each([
    ['Tarrant, Ishbel', 'en', 'Tarrant, Ishbel'],
    ['J. R. R. Tolkien', 'en', 'Tolkien, J. R. R.'],
    ['W.G. Sebald', 'de', 'Sebald, W.G.'],
    ['E.-M. Müller', 'de', 'Müller, E.-M.'],
  ])('%s', (name, lang, expected) => {
    expect(nameFileAs(name, lang)).toBe(expected)
  })

  test.each([
    ['Ishbel Tarrant', 'en'],
    ['Mao Zedong', 'en'],
    ['Nagy Imre', 'hu'],
    ['T. Attila', 'hu'],
    ['Ursula K. Le Guin', 'en'],
    ['Martin Luther King, Jr.', 'en'],
    ['Ishbel Tarrant, PhD', 'en'],
    ['Smith, Jones and Brown, Ltd', 'en'],
    ['潮田 海', 'ja'],
    ['Homer', 'en'],
    ['', 'en'],
  ])('not %j (%s)', (name, lang) => {
    expect(nameFileAs(name, lang)).toBeUndefined()
  })
})
