import { expect, test } from 'vitest'
import { terminal } from '../../../pipeline/cli/terminal.js'
import { finding } from '../../../pipeline/messages.js'

function streams(isTTY: boolean) {
  const written = { out: '', err: '' }
  const stdout = { isTTY, write: (text: string) => (written.out += text) }
  const stderr = { isTTY, columns: 80, write: (text: string) => (written.err += text) }
  return { written, stdout, stderr }
}

test('on a terminal there are colours and a line of progress, which goes before the next line', () => {
  const { written, stdout, stderr } = streams(true)
  const log = terminal({ stdout, stderr, env: {} })
  log.progress('content/a.md', 0.5)
  expect(written.err).toMatch(/\r\u001B\[2K█+░+ 50 % {2}content\/a\.md$/)
  log.message(finding('image-alt', 'No words.', { file: 'a.md', place: { line: 3, column: 1 } }))
  expect(written.err).toContain(
    '\r\u001B[2K\u001B[1ma.md:3:1\u001B[0m  \u001B[33mwarning\u001B[0m  No words.',
  )
})

test('NO_COLOR is honoured, and there is neither colour nor progress where nobody looks', () => {
  const shown = streams(true)
  terminal({ ...shown, env: { NO_COLOR: '1' } }).message(finding('image-alt', 'No words.', { file: 'a.md' }))
  expect(shown.written.err).toBe('a.md  warning  No words.  image-alt\n')
  const piped = streams(false)
  const log = terminal({ ...piped, env: {} })
  log.progress('a', 0.5)
  log.print('done')
  expect(piped.written).toEqual({ out: 'done\n', err: '' })
})
