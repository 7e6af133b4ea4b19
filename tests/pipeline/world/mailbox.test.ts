import { type AddressInfo, createServer, type Socket } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { MailServer } from '../../../pipeline/send/settings.js'
import { fetchBounces } from '../../../pipeline/world/mailbox.js'
import { memoryWorld } from '../../../pipeline/world-memory.js'

const signedIn = { TRIFOLD_IMAP_USER: 'bounces', TRIFOLD_IMAP_PASSWORD: 'correct-horse' }

const fetched = (
  mailbox: Partial<MailServer>,
  env: Record<string, string> = signedIn,
  files: Record<string, string> = {},
) =>
  fetchBounces(
    { host: 'localhost', port: 1, tls: 'implicit', folder: 'INBOX', ...mailbox },
    { world: memoryWorld({ env, files }), handle: async () => undefined },
  )

/** A server that says what it is told to, line for line, and remembers what it hears. */
async function scripted(greeting: string, answer: (tag: string, command: string) => string) {
  const heard: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.write(`${greeting}\r\n`)
    socket.on('data', data => {
      for (const line of data.toString().trimEnd().split('\r\n')) {
        heard.push(line)
        const [tag = '', command = ''] = line.split(' ')
        socket.write(answer(tag, command.toUpperCase()))
      }
    })
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise(done => server.close(done))
  })
  return { port: (server.address() as AddressInfo).port, heard }
}

describe('before anything is asked of a mailbox', () => {
  test.each(['imap.example.org', '192.0.2.1', 'localhost.example.org', '127.0.0.1.example.org'])(
    'TLS is wanted of one that is elsewhere: %s',
    async host => {
      await expect(fetched({ host, tls: 'none' })).rejects.toThrow(
        `${host}:1 is not on this machine, and \`mailbox.tls\` is none`,
      )
    },
  )

  test('somebody is wanted who signs in, and a password', async () => {
    await expect(fetched({}, {})).rejects.toThrow('set TRIFOLD_IMAP_USER or `mailbox.user`')
    await expect(fetched({ user: 'bounces' }, {})).rejects.toThrow('set TRIFOLD_IMAP_PASSWORD')
    await expect(fetched({ user: 'bounces', passwordFile: '/p' }, {})).rejects.toThrow(
      'cannot be read: /p (ENOENT)',
    )
    await expect(fetched({ user: 'bounces', passwordFile: '/p' }, {}, { '/p': '\n' })).rejects.toThrow(
      'is empty: /p',
    )
  })

  test('nothing is, where it is stopped', async () => {
    const signal = AbortSignal.abort(new Error('stopped'))
    const reading = { world: memoryWorld({ env: signedIn }), handle: async () => undefined, signal }
    await expect(
      fetchBounces({ host: 'localhost', port: 1, tls: 'implicit', folder: 'INBOX' }, reading),
    ).rejects.toThrow('stopped')
  })
})

describe('a server', () => {
  test('that is not there is named, with what to look at', async () => {
    await expect(fetched({ host: '127.0.0.1' })).rejects.toThrow(
      /^The mailbox at 127\.0\.0\.1:1 cannot be read: .*ECONNREFUSED.*\. Look at the host, the port and `tls` of `mailbox`$/,
    )
  })

  test('that offers no TLS is told no password', async () => {
    const { port, heard } = await scripted('* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready', (tag, command) =>
      command === 'CAPABILITY'
        ? `* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n${tag} OK done\r\n`
        : `${tag} OK done\r\n`,
    )
    await expect(fetched({ port, tls: 'starttls' })).rejects.toThrow(/cannot be read: .*STARTTLS/i)
    expect(heard.filter(line => /AUTH|LOGIN/i.test(line))).toEqual([])
  })

  test('that gives back the password does not have it told', async () => {
    const { port } = await scripted('* OK [CAPABILITY IMAP4rev1] ready', (tag, command) =>
      command === 'LOGIN'
        ? `${tag} NO no user bounces with correct-horse\r\n`
        : command === 'LOGOUT'
          ? `* BYE\r\n${tag} OK done\r\n`
          : `${tag} OK done\r\n`,
    )
    const failure = await fetched({ port, tls: 'none' }).catch(String)
    expect(failure).toContain('refused the user or the password: ')
    expect(failure).not.toContain('correct-horse')
  })

  test('that announces more than a notice holds is left', async () => {
    const { port } = await scripted('* OK [CAPABILITY IMAP4rev1] ready', (tag, command) => {
      if (command === 'SELECT')
        return `* 1 EXISTS\r\n* FLAGS (\\Seen)\r\n* OK [UIDVALIDITY 1]\r\n${tag} OK [READ-WRITE] done\r\n`
      if (command === 'UID') return `* 1 FETCH (UID 1 BODY[]<0> {900000000}\r\n`
      if (command === 'LIST') return `* LIST () "/" INBOX\r\n${tag} OK done\r\n`
      return `${tag} OK done\r\n`
    })
    await expect(fetched({ port, tls: 'none' })).rejects.toThrow(
      /^The mailbox at localhost:\d+ cannot be read: /,
    )
  })
})
