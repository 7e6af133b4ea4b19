import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { temporaryFolder, trifold } from '../../../support/cli.js'
import {
  type HealthyServer,
  healthyServer,
  sendingPublication,
} from '../../../support/sending-publication.js'

let server: HealthyServer
beforeAll(async () => {
  server = await healthyServer()
})
afterAll(() => server.close())

/** The publication of `sendingPublication`, its config in code with a transporter of nodemailer's. */
async function publicationWith(options: string): Promise<string> {
  const cwd = temporaryFolder()
  await sendingPublication(cwd, { port: 1, url: server.url })
  rmSync(join(cwd, 'trifold.yaml'))
  writeFileSync(
    join(cwd, 'trifold.config.mjs'),
    `import { writeFileSync } from 'node:fs'
import { createTransport } from ${JSON.stringify(import.meta.resolve('nodemailer'))}

const transport = createTransport(${options})
transport.use('stream', ({ data }, done) => {
  writeFileSync(${JSON.stringify(cwd)} + '/' + data.envelope.to[0] + '.eml', data.raw)
  done()
})

export default {
  name: 'Slack Water',
  lang: 'en',
  address: '4 Custom House Lane, Saltmere',
  email: { from: 'Slack Water <letters@example.org>', why: 'You asked for it.' },
  formats: ['email'],
  mergeTags: ['name'],
  sending: { url: ${JSON.stringify(server.url)}, transport },
}
`,
  )
  return cwd
}

test.each([
  ['stream', '{ streamTransport: true, buffer: true }'],
  ['JSON', '{ jsonTransport: true }'],
])('a launch goes by the %s transport of a config in code', async (_, options) => {
  const cwd = await publicationWith(options)
  const call = (...argv: string[]) => trifold(argv, { cwd })
  await call('build')
  for (const name of ['anna', 'bela']) await call('readers', 'add', `${name}@example.org`, '--name', name)
  const shown = await call('send', 'tides')
  expect(shown.stdout).toMatch(/^through\s+sending\.transport$/m)
  const digest = /build\s+([\da-f]{12})/.exec(shown.stdout)?.[1] ?? ''
  const { stdout, stderr, code } = await call('send', 'tides', '--confirm', digest, '--untested')
  expect([stderr, code]).toEqual(['', 0])
  expect(stdout).toContain('2 sent')
  expect(readdirSync(cwd).filter(name => name.endsWith('.eml'))).toEqual([
    'anna@example.org.eml',
    'bela@example.org.eml',
  ])
  const message = await simpleParser(readFileSync(join(cwd, 'anna@example.org.eml')))
  expect(message.headers.get('list')).toMatchObject({
    unsubscribe: { url: expect.stringContaining(server.url) },
  })
  expect(message.text).toContain('Dear anna,')
})
