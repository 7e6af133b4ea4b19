import { describe, expect, test } from 'vitest'
import { figuresLine, figuresOf } from '../../scripts/test/figures.mjs'
import { onPath, toolsFor } from '../../scripts/test/tools.mjs'

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map(status => ({ status })),
})

describe('the figures of a run', () => {
  test('are those that vitest counted', () => {
    const report = {
      numPassedTests: 2,
      numFailedTests: 1,
      testResults: [file('passed', 'passed'), file('failed', 'passed', 'failed')],
    }
    expect(figuresLine(figuresOf(report))).toBe('2 passed, 1 failed')
  })

  test('count a file that could not be run as a failure', () => {
    const report = {
      numPassedTests: 1,
      numFailedTests: 0,
      testResults: [file('failed'), file('passed', 'passed')],
    }
    expect(figuresLine(figuresOf(report))).toBe('1 passed, 1 failed')
  })
})

describe('a program on the PATH', () => {
  const exists = (path: string) => path === '/opt/java/bin/java'

  test('is found in any of its folders', () => {
    expect(onPath('java', { PATH: '/usr/bin:/opt/java/bin' }, 'linux', exists)).toBe(true)
  })

  test('is missing elsewhere, and without a PATH', () => {
    expect(onPath('java', { PATH: '/usr/bin' }, 'linux', exists)).toBe(false)
    expect(onPath('java', {}, 'linux', exists)).toBe(false)
    expect(onPath('java', { PATH: '/opt/java/bin' }, 'win32', exists)).toBe(false)
  })
})

test('calibre, Dovecot and Postfix are got for the proofs alone', () => {
  const names = (...args: string[]) => toolsFor(args).map(({ name }) => name)
  expect(names()).toEqual(['Java', 'poppler'])
  expect(names('tests/docs')).toEqual(['Java', 'poppler'])
  expect(names('--config', 'vitest.proof.config.ts')).toEqual([
    'Java',
    'poppler',
    'calibre',
    'Dovecot',
    'Postfix',
  ])
})
