import { execFileSync, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { freePort } from './free-port.js'

/** What a mail server is for. */
export interface PostfixSettings {
  /** The mailboxes that it has; of their domains it knows no others. An address with a sign after a plus is the same. */
  readonly mailboxes: readonly string[]
  /** Domains whose mail it takes and hands on, each to a server at a port of this machine. */
  readonly handsOn?: Readonly<Record<string, number>>
}

/** Postfix on this machine, which listens to nobody else. */
export interface Postfix {
  readonly port: number
  /** The messages in a mailbox, as they were delivered. */
  mailbox(address: string): readonly Buffer[]
  /** Resolves when nothing is on its way any more. */
  settled(): Promise<void>
  /** What it wrote into its log. */
  log(): string
  close(): Promise<void>
}

/** Why there can be no such server here; undefined where there can. */
export function whyNoPostfix(): string | undefined {
  if (userInfo().uid !== 0) return 'Postfix starts for root alone'
  try {
    execFileSync('postconf', ['-h', 'mail_version'], { stdio: 'pipe' })
    return undefined
  } catch (error) {
    // Installed and not configured, it complains of that; it is given a configuration here.
    return error instanceof Error && 'code' in error && error.code === 'ENOENT'
      ? 'Postfix is not installed (Debian: postfix)'
      : undefined
  }
}

/** Mail is never root's: Postfix does not deliver it so. */
const nobody = 65_534
const tls = join(import.meta.dirname, '../fixtures/send/tls')

/** Starts Postfix with the certificate of `localhost`, with its configuration, queue and mailboxes in a folder of its own. */
export async function startPostfix({ mailboxes, handsOn = {} }: PostfixSettings): Promise<Postfix> {
  const folder = mkdtempSync(join(tmpdir(), 'trifold-postfix-'))
  const port = await freePort()
  const [config, spool, data, mail] = ['config', 'spool', 'data', 'mail'].map(name => join(folder, name)) as [
    string,
    string,
    string,
    string,
  ]
  for (const each of [config, spool, data, mail]) mkdirSync(each)
  // mkdtemp lets nobody else in, and its parts run as others.
  chmodSync(folder, 0o755)
  chownSync(data, Number(execFileSync('id', ['-u', 'postfix'], { encoding: 'utf8' })), 0)
  chownSync(mail, nobody, nobody)
  const domains = [...new Set(mailboxes.map(address => address.slice(address.indexOf('@') + 1)))]
  const write = (name: string, lines: readonly string[]) =>
    writeFileSync(join(config, name), `${lines.join('\n')}\n`)
  write(
    'mailboxes',
    mailboxes.map(address => `${address} ${address}/`),
  )
  write(
    'transports',
    Object.entries(handsOn).map(([domain, at]) => `${domain} smtp:[127.0.0.1]:${at}`),
  )
  write('main.cf', [
    'compatibility_level = 3.6',
    `queue_directory = ${spool}`,
    `data_directory = ${data}`,
    `maillog_file = ${folder}/log`,
    `maillog_file_prefixes = ${folder}`,
    'inet_interfaces = loopback-only',
    'inet_protocols = ipv4',
    'myhostname = mx.saltmere.example',
    'mynetworks = 127.0.0.0/8',
    'mydestination =',
    'alias_maps =',
    'local_recipient_maps =',
    `virtual_mailbox_domains = ${domains.join(', ')}`,
    `virtual_mailbox_base = ${mail}`,
    `virtual_mailbox_maps = texthash:${config}/mailboxes`,
    `virtual_uid_maps = static:${nobody}`,
    `virtual_gid_maps = static:${nobody}`,
    'recipient_delimiter = +',
    `relay_domains = ${Object.keys(handsOn).join(', ')}`,
    `transport_maps = texthash:${config}/transports`,
    'smtpd_relay_restrictions = permit_mynetworks, reject',
    `smtpd_tls_cert_file = ${tls}/localhost.crt`,
    `smtpd_tls_key_file = ${tls}/localhost.key`,
    'smtpd_tls_security_level = encrypt',
  ])
  write('master.cf', [
    `127.0.0.1:${port} inet n - n - - smtpd`,
    'cleanup unix n - n - 0 cleanup',
    'qmgr unix n - n 300 1 qmgr',
    'rewrite unix - - n - - trivial-rewrite',
    'bounce unix - - n - 0 bounce',
    'defer unix - - n - 0 bounce',
    'trace unix - - n - 0 bounce',
    'proxymap unix - - n - - proxymap',
    'smtp unix - - n - - smtp',
    'error unix - - n - - error',
    'retry unix - - n - - error',
    'virtual unix - n n - - virtual',
    'anvil unix - - n - 1 anvil',
    'tlsmgr unix - - n 1000? 1 tlsmgr',
    'postlog unix-dgram n - n - 1 postlogd',
  ])
  const server = spawn('postfix', ['-c', config, 'start-fg'], { stdio: 'ignore' })
  const ended = new Promise<void>(done => server.once('close', () => done()))
  const log = () => (existsSync(join(folder, 'log')) ? readFileSync(join(folder, 'log'), 'utf8') : '')
  const close = async () => {
    // What was started is a shell, which waits for the server and does not hand a signal on.
    spawnSync('postfix', ['-c', config, 'stop'])
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  for (let tries = 0; !log().includes('daemon started'); tries += 1) {
    if (tries === 200 || server.exitCode !== null) {
      const said = log()
      await close()
      throw new Error(`Postfix did not start: ${said}`)
    }
    await setTimeout(50)
  }
  return {
    port,
    log,
    close,
    mailbox: address => {
      const fresh = join(mail, address, 'new')
      return existsSync(fresh) ? readdirSync(fresh).map(name => readFileSync(join(fresh, name))) : []
    },
    async settled() {
      const queues = ['maildrop', 'incoming', 'active', 'deferred'].map(name => join(spool, name))
      const waiting = () =>
        queues.flatMap(queue =>
          readdirSync(queue, { recursive: true, withFileTypes: true }).filter(each => each.isFile()),
        ).length
      while (waiting() > 0) await setTimeout(50)
    },
  }
}
