import { resolve } from 'node:path'
import { defined } from '../parse/defined.js'
import type { MailServer, SendingSettings } from '../send/settings.js'
import { defaults } from './defaults.js'
import type { ConfigValues } from './schema.js'

type Values = NonNullable<ConfigValues['sending']>
type Server = NonNullable<Values['smtp']>

/** What the config says of sending, with defaults. @param root the config's folder */
export function sendingOf(values: Values, root: string): SendingSettings {
  const { url, replyTo, bounces, smtp, outbox, pace = {}, dkim, mailbox } = values
  const given = defaults.sending
  return {
    folder: resolve(root, values.folder ?? given.folder),
    pace: { ...given.pace, ...defined(pace) },
    countLinks: values.countLinks ?? given.countLinks,
    ...defined({
      url,
      replyTo,
      bounces,
      smtp: smtp && serverOf(smtp, given.ports.smtp, root),
      outbox: outbox === undefined ? undefined : resolve(root, outbox),
      dkim: dkim && {
        domain: dkim.domain,
        selector: dkim.selector,
        ...defined({ keyFile: dkim.keyFile === undefined ? undefined : resolve(root, dkim.keyFile) }),
      },
      mailbox: mailbox && {
        ...serverOf(mailbox, given.ports.imap, root),
        folder: mailbox.folder ?? given.mailbox.folder,
      },
    }),
  }
}

/** Without a word on it a server is spoken to by TLS from the first byte where its port says so, and after STARTTLS elsewhere. */
function serverOf(
  server: Server,
  ports: Readonly<Record<MailServer['tls'], number>>,
  root: string,
): MailServer {
  const tls = server.tls ?? (server.port === ports.implicit ? 'implicit' : 'starttls')
  return {
    host: server.host,
    port: server.port ?? ports[tls],
    tls,
    ...defined({
      user: server.user,
      passwordFile: server.passwordFile === undefined ? undefined : resolve(root, server.passwordFile),
    }),
  }
}
