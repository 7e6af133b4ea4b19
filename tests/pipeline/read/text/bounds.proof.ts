import { describe, expect, test } from 'vitest'
import { pasteOf, read } from './pastes.js'

/** By how much the time of a text grows with four times of it: processor time, since others use the machine too. */
function growth(make: (size: number) => string, size: number): number {
  const time = (text: string) => {
    const times = [1, 2, 3].map(() => {
      const start = process.cpuUsage()
      read(text, 'likely')
      const { user, system } = process.cpuUsage(start)
      return (user + system) / 1000
    })
    return Math.min(...times)
  }
  return time(make(size * 4)) / Math.max(time(make(size)), 40)
}

const long = (unit: string) => (size: number) => unit.repeat(Math.ceil(size / unit.length))
const hostile: Record<string, (size: number) => string> = {
  'one line': long('word '),
  'one line without a space': long('a'),
  'one line of spaces': long(' '),
  'spaces before a word': size => `Title\n\n${' '.repeat(size)}word`,
  'marks without an end': long('“'),
  'straight marks': long('"a '),
  apostrophes: long("'a "),
  brackets: long('['),
  'ends of sentences': long('.'),
  'ends and marks': long('."”'),
  'commas and names': long(', Ann Lee'),
  dashes: long('--'),
  addresses: long('https://a.example/?'),
  'ends of an address': size => `https://a.example/${'.'.repeat(size)}`,
  digits: long('1'),
  'capital words': long('Aa '),
  'lines of one sign': long('a\n'),
  bullets: long('- a\n'),
  numbers: long('1. a\n'),
  'short lines with gaps': long('A short line\n\n'),
  'quotations in mail': long('> a\n'),
  'colons and verbs': long('She said:\n\nI know it well enough.\n\n'),
  speakers: size =>
    Array.from({ length: size / 40 }, (_, index) => `Speaker ${index % 999}: what is said here?\n`).join(
      '\n',
    ),
  verse: long('a line of it,\nand another\nand a third\n\n'),
  'combining marks': long('\u0301'),
  'soft hyphens': long('\u00AD'),
  'spaces of no width': long('\u200B\n'),
  arabic: long('و '),
  han: long('说：'),
}

describe('time grows with length, of', () => {
  test.each(Object.entries(hostile))('%s', (_, make) => {
    // Four times the text in four times the time; twelve leaves room for the collector, and is far from sixteen.
    const isLinear = () => growth(make, 20_000) < 12
    expect(isLinear() || isLinear() || isLinear()).toBe(true)
  })
})

test('four megabytes are read in seconds', () => {
  const paste = pasteOf('academic-oped')
  const start = performance.now()
  const { source } = read(long(`${paste}\n\n`)(4_000_000), 'likely')
  expect(performance.now() - start).toBeLessThan(40_000)
  expect(source.hast.children.length).toBeGreaterThan(10_000)
}, 60_000)
