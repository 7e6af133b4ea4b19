import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { resolveConfig } from '../../pipeline/config/resolve.js'
import { checkSigner } from '../../pipeline/send/compose/dkim/check-signer.js'
import { dkimRecord, dkimSigner, signedHeaders } from '../../pipeline/send/compose/dkim/signer.js'
import { compileMessage, renderMessage } from '../../pipeline/send/compose/message-template.js'
import { readParts } from '../../pipeline/send/compose/read-parts.js'
import { valuesOf } from '../../pipeline/send/compose/reader-values.js'
import { partsOf } from '../support/sample-parts.js'
import { examplesOf, readPage } from './page.js'

const page = readPage('docs/sending.md')
const examples = examplesOf(page)
const section = (title: string) => page.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? ''

describe('“The message” of docs/sending.md', () => {
  test('shows the head of a message as it is', async () => {
    const { bytes, files } = await partsOf(
      '---\ntitle: Tides\nsubject: "High water, {{ first_name }}"\ndate: 2026-03-20\n---\n\nAt noon.\n',
      { from: 'Slack Water <letters@example.org>' },
      { name: 'Slack Water' },
    )
    const reader = { email: 'asa@example.org', name: 'Åsa Ebb', attributes: {} }
    const template = compileMessage({
      parts: readParts(bytes),
      images: files,
      options: { replyTo: 'editor@example.org' },
    })
    const message = renderMessage(template, {
      to: reader,
      values: valuesOf(reader, { unsubscribeUrl: 'https://letters.example.org/u/1.7.3.5ad0c1' }),
      messageId: '<3f1c.7@slackwater.example.org>',
      date: new Date(Date.UTC(2026, 2, 20, 8, 30)),
    })
    const [head = ''] = message.toString('latin1').split('\r\n\r\n')
    const shown = examples.find(({ language }) => language === 'eml')?.text
    expect(`${head.replaceAll('\r\n', '\n').replace(/[\da-f]{24}/, 'DIGEST')}\n`).toBe(shown)
  })

  test('names what a tag stands for', () => {
    const values = valuesOf({ email: 'a', name: 'b', attributes: {} }, { unsubscribeUrl: 'c' })
    const named = [...section('The message').matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name)
    expect(named.sort()).toEqual(Object.keys(values).sort())
  })
})

describe('“The signature” of docs/sending.md', () => {
  const text = section('The signature')
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const yaml = examples.find(each => each.section === 'The signature' && each.language === 'yaml')?.text ?? ''

  test.each(['pkcs1', 'pkcs8'] as const)(
    'has settings and a record that sign, with a key as %s',
    async type => {
      const found: unknown[] = []
      const { sending } = resolveConfig(parse(yaml), '/letters/trifold.yaml', (...finding) =>
        found.push(finding),
      )
      expect(found).toEqual([])
      const { dkim } = sending
      if (!dkim) throw new Error('Expected settings')
      expect(dkim.keyFile).toBe('/letters/dkim.pem')
      const signer = dkimSigner({
        ...dkim,
        privateKey: privateKey.export({ type, format: 'pem' }).toString(),
      })
      expect(await checkSigner(signer)).toEqual([])
      const record = dkimRecord(signer)
      expect(text).toContain(`\`${record.name}\` | \`${record.text.slice(0, 30)}`)
    },
  )

  test('names the headers that are signed', () => {
    const [, names = ''] = /^Signed are (.*) and the body/m.exec(text) ?? []
    expect(names.split(', ').sort()).toEqual(signedHeaders.map(name => `\`${name}\``).sort())
  })

  test('has the command that refusals name', () => {
    const [command] = examples.filter(each => each.section === 'The signature' && each.language === 'sh')
    expect(() => dkimSigner({ domain: 'example.org', selector: 'a', privateKey: '' })).toThrow(
      command?.text.trim(),
    )
  })
})
