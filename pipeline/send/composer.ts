import { createHmac } from 'node:crypto'
import type { Publication } from '../article.js'
import type { Values } from '../bind/email/fill.js'
import { bounceAddress } from '../bounces/verp.js'
import { readerAddresses } from '../readers/addresses.js'
import type { EmailParts } from '../render/email/parts.js'
import type { Build } from './build.js'
import type { Signing } from './compose/dkim/open-signer.js'
import { compileMessage, type MessageTemplate, renderMessage } from './compose/message-template.js'
import { valuesOf } from './compose/reader-values.js'
import { senderIn } from './compose/sender-in.js'
import { countedLinks } from './links/address.js'
import { withLinks } from './links/counted-links.js'
import type { SendingSettings } from './settings.js'
import type { OutgoingMessage } from './transport.js'

/** What messages are made with. */
export interface ComposerRequest {
  readonly build: Build
  readonly publication: Publication
  readonly settings: SendingSettings
  readonly secret: Uint8Array
  /** Undefined where nothing is signed. */
  readonly signing?: Pick<Signing, 'sign'> | undefined
  /** Milliseconds since 1970. */
  time(): number
}

/** Somebody a message is made for. */
export interface Addressee {
  /** 0 where nobody of the list is meant: a test. */
  readonly reader: number
  readonly email: string
  readonly name?: string
  readonly attributes: Readonly<Record<string, string>>
}

/** Makes messages of one build. */
export interface Composer {
  /** What stands for the merge tags. @param launch 0 for a test */
  values(addressee: Addressee, launch: number): Values
  /**
   * @param mailing with the reader it makes the Message-ID, which is the same however often it is tried
   * @param launch 0 for a test
   */
  message(addressee: Addressee, mailing: string, launch: number): Promise<OutgoingMessage>
}

/** The address alone, of one that may have a name. */
export const bareAddress = (mailbox: string): string => /<([^<>]*)>\s*$/.exec(mailbox)?.[1] ?? mailbox.trim()

/** @throws PartsRefused where the build's parts make no message */
export function composer({ build, publication, settings, secret, signing, time }: ComposerRequest): Composer {
  const { digest, parts, files, slug, links } = build
  const { replyTo, bounces, url = '' } = settings
  const compile = (of: EmailParts) =>
    compileMessage({ parts: of, images: files, options: replyTo === undefined ? {} : { replyTo } })
  const asBuilt = compile(parts)
  const counted = new Map<number, MessageTemplate>()
  const templateFor = (launch: number): MessageTemplate => {
    if (url === '' || links.length === 0) return asBuilt
    const known = counted.get(launch)
    if (known) return known
    const made = compile(withLinks(parts, countedLinks({ url, digest, links }, launch)))
    counted.set(launch, made)
    return made
  }
  const from = bareAddress(senderIn(parts) ?? '')
  const domain = from.slice(from.lastIndexOf('@') + 1)
  const view = publication.url === undefined ? undefined : `${publication.url}/${encodeURI(slug)}/`

  const addresses = readerAddresses(url, secret)
  const values: Composer['values'] = (addressee, launch) =>
    valuesOf(addressee, {
      unsubscribeUrl: addresses.unsubscribe({ reader: addressee.reader, launch }),
      viewUrl: view,
    })
  return {
    values,
    async message(addressee, mailing, launch) {
      const { reader, email, name } = addressee
      const subject = { reader, launch }
      const id = createHmac('sha256', secret)
        .update(`message:${mailing}:${reader}`)
        .digest('hex')
        .slice(0, 32)
      const message = renderMessage(templateFor(launch), {
        to: { email, ...(name === undefined ? {} : { name }) },
        values: values(addressee, launch),
        messageId: `<${id}@${domain}>`,
        date: new Date(time()),
      })
      return {
        envelope: { from: bounces === undefined ? from : bounceAddress(bounces, secret, subject), to: email },
        raw: signing ? await signing.sign(message) : message,
      }
    },
  }
}
