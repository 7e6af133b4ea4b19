import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TransportRefused } from '../../../../pipeline/send/transport.js'
import {
  credentialsOf,
  smtpNames,
  withoutSecrets,
} from '../../../../pipeline/world/transports/credentials.js'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trifold-credentials-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function fileOf(text: string, mode = 0o600): Promise<string> {
  const path = join(folder, 'password')
  await writeFile(path, text)
  await chmod(path, mode)
  return path
}

const found = (
  server: { user?: string; passwordFile?: string },
  env: Record<string, string> = {},
  warn?: (words: string) => void,
) => credentialsOf(server, smtpNames, { env, ...(warn && { warn }) })

const inEnv = { TRIFOLD_SMTP_USER: 'ada', TRIFOLD_SMTP_PASSWORD: 'from the environment' }

test('nobody signs in where nothing is said', async () => {
  expect(await found({})).toBeUndefined()
  expect(await found({}, { TRIFOLD_SMTP_USER: '', TRIFOLD_SMTP_PASSWORD: '' })).toBeUndefined()
})

test('the environment goes before the config', async () => {
  expect(await found({ user: 'bea', passwordFile: '/nowhere' }, inEnv)).toEqual({
    user: 'ada',
    password: 'from the environment',
  })
})

describe('a file', () => {
  test.each(['open sesame', 'open sesame\n', 'open sesame\r\n'])('holds the password: %j', async text => {
    expect(await found({ user: 'bea', passwordFile: await fileOf(text) })).toEqual({
      user: 'bea',
      password: 'open sesame',
    })
  })

  test('may end in spaces', async () => {
    expect((await found({ user: 'bea', passwordFile: await fileOf(' a ') }))?.password).toBe(' a ')
  })

  test.runIf(process.platform !== 'win32').each([0o640, 0o604, 0o644])(
    'that others may read is told of: %o',
    async mode => {
      const told: string[] = []
      const passwordFile = await fileOf('open sesame', mode)
      await found({ user: 'bea', passwordFile }, {}, words => told.push(words))
      expect(told).toEqual([expect.stringContaining('chmod 600')])
      expect(told[0]).not.toContain('sesame')
    },
  )

  test('that only its owner may read is not', async () => {
    const told: string[] = []
    await found({ user: 'bea', passwordFile: await fileOf('open sesame') }, {}, words => told.push(words))
    expect(told).toEqual([])
  })

  test.each([
    ['nothing', ''],
    ['an empty line', '\n'],
    ['two lines', 'open\nsesame\n'],
    ['a null character', 'a\0b'],
    ['far too much', 'x'.repeat(5000)],
  ])('that holds %s is refused without being shown', async (_, text) => {
    const told = await found({ user: 'bea', passwordFile: await fileOf(text) }).catch(
      (error: unknown) => error,
    )
    expect(told).toBeInstanceOf(TransportRefused)
    expect(String(told)).toMatch(/password/)
    expect(String(told)).not.toMatch(/sesame|xxx/)
  })

  test('that is not there is refused', async () => {
    await expect(found({ user: 'bea', passwordFile: join(folder, 'none') })).rejects.toThrow(
      /The file of the password cannot be read: ENOENT/,
    )
  })
})

test.each([
  ['a user without a password', { user: 'bea' }, {}, /no password for bea; set TRIFOLD_SMTP_PASSWORD/],
  [
    'a password without a user',
    {},
    { TRIFOLD_SMTP_PASSWORD: 'x' },
    /set sending\.smtp\.user or TRIFOLD_SMTP_USER/,
  ],
  ['a file without a user', { passwordFile: '/x' }, {}, /set sending\.smtp\.user or TRIFOLD_SMTP_USER/],
])('%s is refused', async (_, server, env, says) => {
  const told = found(server, env)
  await expect(told).rejects.toThrow(TransportRefused)
  await expect(told).rejects.toThrow(says)
})

test('secrets are taken out of what others say, also as they were sent', () => {
  const credentials = { user: 'ada', password: 'open sesame' }
  const sent = Buffer.from('\0ada\0open sesame').toString('base64')
  const login = Buffer.from('open sesame').toString('base64')
  expect(withoutSecrets(`535 no: AUTH PLAIN ${sent}, ${login}, open sesame`, credentials)).toBe(
    '535 no: AUTH PLAIN ***, ***, ***',
  )
  expect(withoutSecrets('535 no', undefined)).toBe('535 no')
  expect(withoutSecrets('535 no', { user: 'ada', password: 'no' })).toBe('535 no')
})
