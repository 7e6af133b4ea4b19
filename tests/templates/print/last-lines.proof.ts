import { describe, expect, test } from 'vitest'
import { opened } from '../../pipeline/bind/pdf/opened.js'
import { pagesAloneAfterEachLine, rows } from './each-line.js'

const on = opened()

/** What stands after the text, line by line. */
const colophon =
  /The Saltmere Press|Norfolk|slackwater\.example|Lane|Staithe|Republished from|Read the original|example\.net|works for/
const republished =
  'authors: [{name: Ada, disclosure: Ada works for the port.}]\nsource: {name: The Review, url: https://example.net/a, republished: true}\n'

describe('the last lines never stand on a page of their own', () => {
  const long = 'Words of a paragraph that goes on for some lines and is not at an end so soon. '.repeat(3)
  test.each([
    ['one line', ''],
    ['a paragraph', long],
    ['a short paragraph', `${long.slice(0, 150)}end.`],
    ['a list', '- one\n- two\n- three'],
    ['a short table', rows(3)],
    [
      'a wide table',
      `| ${'A head of many words | '.repeat(6)}\n|${'---|'.repeat(6)}\n| ${'cell | '.repeat(6)}\n`,
    ],
    ['code', '```\na\nb\nc\nd\ne\n```'],
    ['a callout', '> [!NOTE]\n> Words.'],
    ['a quotation', '> One line\\\n> two lines\\\n> three lines'],
    ['verse', ':::verse\nOne\ntwo\nthree\n:::'],
    ['a figure', '![A dot](missing.png "A caption")'],
    ['notes', 'A call.[^1]\n\n[^1]: A note.'],
    ['addresses', 'A [link](https://example.org/a), [another](https://example.org/b).'],
    ['a paragraph, all three of them', long, republished],
  ])('after %s', async (_, text, front = '') => {
    for (const columns of [1, 2] as const) {
      const pages = await pagesAloneAfterEachLine(on, text, { columns, front })
      const alone = pages.filter(lines => lines.length > 0 && lines.every(line => colophon.test(line)))
      expect(alone, `${columns} columns`).toEqual([])
      expect(pages.flat().filter(line => colophon.test(line)).length).toBeGreaterThanOrEqual(16)
    }
  })
})
