import { expect, test } from 'vitest'
import { readAlong, wordsRead } from '../../../../pipeline/bind/pdf/reading.js'
import { page } from './document.js'

test.each([
  ['a line for each block', '<p>One</p><ul><li>two</li><li>three</li></ul>', '\nOne\ntwo\nthree\n'],
  ['one space between words', '<p>One\n  two <em> three</em></p>', '\nOne two three\n'],
  ['words whole', '<p>com\u00ADmon, <b>bo</b>ld</p>', '\ncommon, bold\n'],
  ['a space for each break', '<p>One<br>two</p>', '\nOne two\n'],
  ['letters as they are drawn', '<p>o\uFB03ce, a\u00A0b</p>', '\noffice, a b\n'],
  ['formulas without spaces', '<p>If <math><mi> a </mi><mo>=</mo><mi>b</mi></math> so</p>', '\nIf a=b so\n'],
  ['nothing that is hidden', '<p>One</p><div hidden><a href="#x">two</a></div>', '\nOne\n'],
])('a document is read with %s', (_, body, words) => {
  expect(wordsRead(page(body))).toBe(words)
})

test('what comes next is found in order, far ahead, and behind', () => {
  const words = `One tide. ${'Words between. '.repeat(2000)}Another tide\nand more`
  const next = readAlong(words)
  expect(next('One tide.')).toBe(' ')
  expect(next('Words between. '.repeat(2))).toBe(' ')
  expect(next('Words between. Another tide')).toBe('\n')
  expect(next('Words between. Another tid')).toBe('')
  expect(next('Words between. Words between.')).toBe(' ')
  // Long lost, it looks so far only now and then.
  for (let lost = 1; lost < 64; lost++) next('Words that nobody ever wrote, or reads')
  expect(next('Words between. Another tide')).toBe('\n')
  expect(next('and more')).toBe('')
})

test('a few letters are enough where those before them are not in the document', () => {
  expect(readAlong('If 𝑎 is so, the tide rises')('If (1.2) is so, the tide')).toBe(' ')
})

test('spaces are not compared, since in code there are more of them on paper', () => {
  const next = readAlong('\nwhen: { tide: { high: true } } sail()\nwhen tide')
  expect(next('when:   {       tide:   {')).toBe(' ')
  expect(next('high: true')).toBe(' ')
  expect(next('  }   }')).toBe(' ')
  expect(next('sail()')).toBe('\n')
})

test('it goes on where it was, whatever stands elsewhere', () => {
  const next = readAlong('\nThe tide tables of the whole coast: include it\nsome [include()]')
  expect(next('The tide tables of the whole coast:')).toBe(' ')
  expect(next('include')).toBe(' ')
  expect(next('it')).toBe('\n')
  // The marker of an item is in no words of the document.
  expect(next('•')).toBe('')
  expect(next('some [')).toBe('')
  expect(next('include')).toBe('')
})

test('the head of a table that comes again leads it away, and it comes back', () => {
  const row = (name: string) =>
    `\n${name} for each\nstring\nwhat it is, in as many words as this takes\nnone\n`
  const words = `\nattribute\naccepts\ndescription\ndefault value${row('align')}${row('colour')}top bottom middle\nthe way`
  const next = readAlong(words)
  for (const line of words.slice(0, words.indexOf('top')).split('\n')) next(line)
  for (const cell of ['attribute', 'accepts', 'description', 'default value']) next(cell)
  expect(next('top')).toBe(' ')
  expect(next('bottom')).toBe(' ')
  expect(next('middle')).toBe('\n')
})

test('a title that comes again does not lead astray, in whatever order its copies are shown', () => {
  const between = 'Words between them, of which there are many, and each is another. '
  const contents = '\nThe eel at the sluice 4\nThe bell at the bar 6\n'
  const words = `${contents}Three people sent me something in the same week.\n${between.repeat(60)}\nThe bell at the bar\nIt rings out over it`
  const next = readAlong(words)
  next(contents)
  expect(next('4 6 The bell at the bar')).toBe(' ')
  expect(next('Three people sent me something in the')).toBe(' ')
  // Far behind, too, as many letters as tell a place are found at once.
  expect(next('The bell at the bar It rings out over')).toBe(' ')
  expect(next('Three people sent me something')).toBe(' ')
})
