import { PassThrough } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { terminalAsker } from '../../../pipeline/cli/asker.js'
import { Stopped, UsageError } from '../../../pipeline/cli/exit.js'

function asking() {
  const input = new PassThrough()
  const output = new PassThrough()
  const stop = new AbortController()
  return { input, output, stop, person: terminalAsker(input, output, stop.signal) }
}

describe('a person at a terminal', () => {
  test('answers one question after another, however fast the lines come', async () => {
    const { input, output, person } = asking()
    const first = person.ask('One? ')
    input.write('1\nzwei ü\n\n')
    expect(await first).toBe('1')
    expect(await person.ask('Two? ')).toBe('zwei ü')
    expect(await person.ask('Three? ')).toBe('')
    expect(String(output.read())).toContain('One? Two? Three? ')
    person.close()
  })

  test('goes away, and is not waited for', async () => {
    const { input, person } = asking()
    const answer = person.ask('One? ')
    input.end('half')
    expect(await answer).toBe('half')
    await expect(person.ask('Two? ')).rejects.toThrow(UsageError)
  })

  test('is not asked any more when the process is to stop', async () => {
    const { stop, person } = asking()
    const answer = person.ask('One? ')
    stop.abort(new Error('stopped'))
    await expect(answer).rejects.toThrow('stopped')
    await expect(person.ask('Two? ')).rejects.not.toThrow(Stopped)
    person.close()
  })
})
