import { createHash, type KeyObject, verify } from 'node:crypto'

/** A signature that holds. */
export interface Signature {
  readonly domain: string
  readonly selector: string
  /** The headers that it is of, in lower case. */
  readonly headers: readonly string[]
}

/**
 * The signature that a message begins with, read apart from whoever made it (RFC 6376, 6.1, of `rsa-sha256` and
 * `relaxed/relaxed`). It is for messages of our own: it bounds nothing and asks no DNS.
 *
 * @returns undefined where it does not hold
 */
export function verifySignature(message: Buffer, publicKey: KeyObject): Signature | undefined {
  const [head = '', ...rest] = message.toString('latin1').split('\r\n\r\n')
  const [own = '', ...lines] = head.split(/\r\n(?![ \t])/)
  const [name, value] = field(own)
  const tags = tagsOf(value)
  const headers = (tags.get('h') ?? '').toLowerCase().split(':')
  const method = [tags.get('a'), tags.get('c')].join()
  if (name !== 'dkim-signature' || method !== 'rsa-sha256,relaxed/relaxed' || !headers.includes('from'))
    return undefined
  if (
    tags.get('bh') !==
    createHash('sha256')
      .update(relaxedBody(rest.join('\r\n\r\n')), 'latin1')
      .digest('base64')
  )
    return undefined
  const signed = [
    ...chosen(headers, lines.map(field)).map(([key, text]) => `${key}:${text}\r\n`),
    `dkim-signature:${value.replace(/(;\s*b=)[^;]*/, '$1').trimEnd()}`,
  ]
  const signature = Buffer.from(tags.get('b') ?? '', 'base64')
  if (!verify('sha256', Buffer.from(signed.join(''), 'latin1'), publicKey, signature)) return undefined
  return { domain: tags.get('d') ?? '', selector: tags.get('s') ?? '', headers }
}

type Field = readonly [name: string, value: string]

/** A header in its relaxed form (3.4.2). */
function field(line: string): Field {
  const colon = line.indexOf(':')
  const value = line
    .slice(colon + 1)
    .replaceAll('\r\n', '')
    .replace(/[ \t]+/g, ' ')
    .trim()
  return [line.slice(0, colon).trim().toLowerCase(), value]
}

/** The fields of these names, each name taking the last that no earlier one took (5.4.2). */
function chosen(names: readonly string[], fields: readonly Field[]): readonly Field[] {
  const left = [...fields]
  return names.flatMap(name => {
    const at = left.findLastIndex(([key]) => key === name)
    return at < 0 ? [] : left.splice(at, 1)
  })
}

const tagsOf = (value: string) =>
  new Map(
    value.split(';').map(tag => {
      const equals = tag.indexOf('=')
      return [tag.slice(0, equals).trim(), tag.slice(equals + 1).replace(/\s/g, '')] as const
    }),
  )

/** A body in its relaxed form (3.4.4). */
function relaxedBody(body: string): string {
  const lines = body.split('\r\n').map(line => line.replace(/[ \t]+/g, ' ').replace(/ $/, ''))
  const words = lines.join('\r\n').replace(/(?:\r\n)+$/, '')
  return words === '' ? '' : `${words}\r\n`
}
