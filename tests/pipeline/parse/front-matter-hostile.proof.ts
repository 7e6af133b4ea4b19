import type { VFileMessage } from 'vfile-message'
import { describe, expect, it } from 'vitest'
import { reporter } from '../../../pipeline/messages.js'
import { readFrontMatter } from '../../../pipeline/parse/front-matter.js'

function read(value: string, syntax: 'yaml' | 'toml' = 'yaml') {
  const messages: VFileMessage[] = []
  const position = { start: { line: 1, column: 1 }, end: { line: 9, column: 4 } }
  const report = reporter('x.md', messages)
  const meta = readFrontMatter({ syntax, value, position }, { lang: 'en', slug: 'x' }, report)
  return { meta, messages }
}

describe('hostile front matter', () => {
  it.each([
    ['100,000 open brackets', `title: Tides\nx: ${'['.repeat(100_000)}`],
    ['lists in lists', `title: Tides\nx: ${'['.repeat(500)}${']'.repeat(500)}`],
    ['60,000 keys', `title: Tides\n${Array.from({ length: 60_000 }, (_, i) => `k${i}: v`).join('\n')}`],
    ['a megabyte in a block', `title: Tides\nx: |\n${'  the tide came in\n'.repeat(55_000)}`],
    ['a megabyte in an open quote', `title: Tides\nx: "${'a '.repeat(500_000)}`],
    ['a megabyte of broken lines', `title: Tides\n${'a: b: c\n'.repeat(120_000)}`],
    ['60,000 keys that are one', `title: Tides\n${'a: b\n'.repeat(60_000)}`],
    ['60,000 open quotes', `title: Tides\n${'a: "b\n'.repeat(60_000)}`],
    ['a line of spaces', `title: Tides\nx: a${' '.repeat(300_000)}b: c`],
    ['a text of spaces', `title: Tides\nsubtitle: "a${' '.repeat(300_000)}b"`],
    ['a date of spaces', `title: Tides\ndate: "2026-01-01T10:00${' '.repeat(300_000)}b"`],
    ['an anchor in itself', 'title: Tides\nx: &a [*a]'],
    ['a key that is a list', 'title: Tides\n? [a, b]\n: c'],
    ['a merge of maps', 'title: Tides\nx: &a {b: c}\n<<: *a'],
    ['tags of YAML and of others', 'title: !!str Tides\nx: !!binary aaaa\ny: !mine z\nz: !!set {a, b}'],
    ['two documents', 'title: Tides\n...\n---\ntitle: Ports'],
    ['a directive', '%YAML 1.1\n---\ntitle: Tides'],
    ['a NUL', 'title: Tides\nx: a\u0000b'],
    ['half a surrogate pair', 'title: Tides\nx: "\\ud800"'],
    [
      'keys of every object',
      'title: Tides\nconstructor: x\ntoString: y\n__proto__: {a: b}\nhasOwnProperty: z',
    ],
  ])(
    '%s keeps the title, in good time',
    (_, value) => {
      const { meta, messages } = read(value)
      expect(meta.title).toBe('Tides')
      expect(messages.length).toBeLessThan(10)
      for (const message of messages) expect(message.reason.length).toBeLessThan(600)
    },
    25_000,
  )

  it.each([
    ['tables in tables', `title = "Tides"\nx = ${'['.repeat(50_000)}`],
    ['a prototype', 'title = "Tides"\n[__proto__]\npolluted = true'],
    ['a dotted prototype', 'title = "Tides"\n__proto__.polluted = true'],
  ])('%s in TOML keeps the title', (_, value) => {
    expect(read(value, 'toml').meta.title).toBe('Tides')
  })

  it('leaves the prototype of objects alone', () => {
    read('__proto__: {polluted: true}\nauthors: [{__proto__: {polluted: true}, name: x}]')
    read('[__proto__]\npolluted = true', 'toml')
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  it('never throws on what a writer may leave half-written', () => {
    const whole =
      'title: "The \'tide\': a"\nauthors:\n  - name: {a: [b, "c"]}\n\trole: x\ntags: [a, b\ndate: 2026-01-01 # now\n'
    for (let end = 0; end <= whole.length; end++) {
      expect(() => read(whole.slice(0, end))).not.toThrow()
      expect(() => read(whole.slice(end))).not.toThrow()
      expect(() => read(whole.slice(0, end).replaceAll(':', ' ='), 'toml')).not.toThrow()
    }
  })
})
