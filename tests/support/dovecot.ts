import { execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { ImapFlow } from 'imapflow'
import { freePort } from './free-port.js'

/** A mailbox on this machine, served by Dovecot. */
export interface Mailbox {
  /** Ports of TLS from the first byte, and of STARTTLS. */
  readonly ports: { readonly implicit: number; readonly starttls: number }
  /** The certificate of `localhost` that the server has, in PEM. */
  readonly ca: string
  readonly user: string
  readonly password: string
  /** Puts messages into the mailbox, unread. */
  append(...messages: readonly (string | Uint8Array)[]): Promise<void>
  /** The subjects of messages that nobody has read. */
  unseen(): Promise<readonly string[]>
  /** What the server wrote into its log. */
  log(): string
  close(): Promise<void>
}

/** Why there can be no such mailbox here; undefined where there can. */
export function whyNoDovecot(): string | undefined {
  try {
    const version = execFileSync('dovecot', ['--version'], { encoding: 'utf8' })
    execFileSync('openssl', ['version'])
    // Dovecot 2.4 has another syntax of its config.
    return version.startsWith('2.3.') ? undefined : `Dovecot is ${version.trim()}, expected 2.3`
  } catch {
    return 'Dovecot or openssl is not installed (Debian: dovecot-imapd)'
  }
}

/** Starts Dovecot, which listens to this machine alone, in a folder of its own. */
export async function startDovecot(): Promise<Mailbox> {
  const folder = mkdtempSync(join(tmpdir(), 'trifold-dovecot-'))
  const [implicit, starttls] = [await freePort(), await freePort()]
  const [user, password] = ['bounces', 'correct-horse-battery']
  // Mail is never root's: Dovecot does not have it.
  const { uid, gid } = userInfo().uid === 0 ? { uid: 65_534, gid: 65_534 } : userInfo()
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  const name = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
  execFileSync('openssl', ['req', ...kind, ...name, '-keyout', key, '-out', cert], { stdio: 'ignore' })
  mkdirSync(join(folder, 'mail'))
  chownSync(join(folder, 'mail'), uid, gid)
  // mkdtemp lets nobody else in, and the mail is another user's.
  chmodSync(folder, 0o755)
  const me = userInfo().uid === 0 ? '' : internalUsers(userInfo().username)
  writeFileSync(
    join(folder, 'dovecot.conf'),
    `protocols = imap
listen = 127.0.0.1
base_dir = ${folder}/run
log_path = ${folder}/log
ssl = required
ssl_cert = <${cert}
ssl_key = <${key}
mail_location = maildir:${folder}/mail/%u
first_valid_uid = ${uid}
first_valid_gid = ${gid}
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/mail/%u
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${starttls}
  }
  inet_listener imaps {
    port = ${implicit}
    ssl = yes
  }
}
service anvil {
  chroot =
}
${me}`,
  )
  const server = spawn('dovecot', ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: 'ignore' })
  const ended = new Promise<void>(done => server.once('close', () => done()))
  const log = () => (existsSync(join(folder, 'log')) ? readFileSync(join(folder, 'log'), 'utf8') : '')
  const ca = readFileSync(cert, 'utf8')

  /** Whoever looks in from the side: what is tested is not asked. */
  const inMailbox = async <Out>(work: (client: ImapFlow) => Promise<Out>): Promise<Out> => {
    const auth = { user, pass: password }
    const client = new ImapFlow({
      host: 'localhost',
      port: implicit,
      secure: true,
      auth,
      tls: { ca },
      logger: false,
    })
    client.on('error', () => undefined)
    await client.connect()
    try {
      await client.mailboxOpen('INBOX')
      return await work(client)
    } finally {
      await client.logout()
    }
  }
  for (let tries = 0; tries < 100 && !log().includes('starting up'); tries += 1) await setTimeout(50)
  return {
    ports: { implicit, starttls },
    ca,
    user,
    password,
    log,
    append: (...messages) =>
      inMailbox(async client => {
        for (const message of messages) await client.append('INBOX', Buffer.from(message))
      }),
    unseen: () =>
      inMailbox(async client => {
        const found = await client.fetchAll({ seen: false }, { envelope: true })
        return found.map(({ envelope }) => envelope?.subject ?? '')
      }),
    async close() {
      server.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Without root every part runs as whoever starts it. */
const internalUsers = (name: string): string =>
  `default_internal_user = ${name}\ndefault_login_user = ${name}\ndefault_internal_group =\n`
