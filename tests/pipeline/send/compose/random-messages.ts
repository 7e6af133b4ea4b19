import { expect } from 'vitest'
import { fill, oneLine } from '../../../../pipeline/bind/email/fill.js'
import { compileMessage, renderMessage } from '../../../../pipeline/send/compose/message-template.js'
import { readParts } from '../../../../pipeline/send/compose/read-parts.js'
import { composed, decoded, replyTo } from './decoded.js'
import { lineFaults } from './line-faults.js'
import { randomMail } from './random-mail.js'

const picture = Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAA=', 'base64')

/** Holds random emails to random readers against a composer that encodes all of it anew. */
export async function expectRandomMessages(seed: number, rounds: number): Promise<void> {
  const random = randomMail(seed)
  for (let round = 0; round < rounds; round += 1) {
    const parts = readParts(Buffer.from(JSON.stringify(random.parts())))
    const files = new Map(parts.images.map(({ path }) => [path, picture]))
    const { name, values } = random.reader()
    const particulars = {
      to: { email: 'asa@example.org', name },
      values,
      messageId: `<${seed}.${round}@slackwater.example.org>`,
      date: new Date(Date.UTC(2026, 2, 20, 8, 30)),
    }
    const template = compileMessage({ parts, images: files, options: { replyTo: replyTo.written } })
    const message = renderMessage(template, particulars)
    const told = `seed ${seed}, round ${round}`
    expect(lineFaults(message), told).toEqual([])
    const { subject, to, ...rest } = await decoded(message)
    // The composer lets encoded words pass that a person wrote: subject and name are held against themselves.
    const said = fill(parts.subject, values).trim()
    expect(subject, told).toEqual([said, said])
    const addressed = { name: oneLine(name), address: particulars.to.email }
    expect(to, told).toEqual([addressed, addressed])
    const { subject: _, to: __, ...expected } = await decoded(await composed(parts, files, particulars))
    expect(rest, told).toEqual(expected)
  }
}
