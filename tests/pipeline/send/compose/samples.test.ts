import { beforeAll, describe, expect, test } from 'vitest'
import type { EmailParts } from '../../../../pipeline/render/email/parts.js'
import {
  compileMessage,
  type MessageTemplate,
  renderMessage,
} from '../../../../pipeline/send/compose/message-template.js'
import { readParts } from '../../../../pipeline/send/compose/read-parts.js'
import { issueSlug, slugs } from '../../../support/built-samples.js'
import { type BuiltParts, partsOf, samplePartsOf } from '../../../support/sample-parts.js'
import { composed, decoded, type Particulars, replyTo } from './decoded.js'
import { lineFaults } from './line-faults.js'

const values = {
  name: 'Åsa "Ebb" O’Neill, 平潮',
  first_name: 'Åsa',
  email: 'asa@example.org',
  town: "King's Lynn <&>",
}
const particulars: Particulars = {
  to: { email: 'asa@example.org', name: values.name },
  values: {
    ...values,
    unsubscribe_url: 'https://letters.example.org/u/1.2s.7.0123456789abcdef012345678',
    view_url: 'https://slackwater.example.org/one/',
  },
  messageId: '<1.7@slackwater.example.org>',
  date: new Date(Date.UTC(2026, 2, 20, 8, 30)),
}

const greeting = `---
title: Tides
subject: Dear {{ first_name | default: "friend" }} – “é” {{ town }}
date: 2026-03-20
---

Dear {{ name | default: "reader" }}, {{ name }}{{ first_name }}. {{ town }}

[Yours](https://example.org/{{ email }}?t={{ town }}), ${'a line of words that goes on '.repeat(30)}{{ name }}

熟田津に船乗りせむと月待てば潮もかなひぬ {{ first_name }}

![A gauge](images/float-gauge.jpg)

\`\`\`
.
..
From here
\`\`\`
`

describe.each<[string, () => Promise<BuiltParts>]>([
  ...[...slugs.map(slug => `${slug}.md`), issueSlug].map((name): [string, () => Promise<BuiltParts>] => [
    name,
    () => samplePartsOf(name),
  ]),
  ['greeting', () => partsOf(greeting)],
])('%s', (_name, build) => {
  let parts: EmailParts
  let files: ReadonlyMap<string, Uint8Array>
  let template: MessageTemplate
  beforeAll(async () => {
    const built = await build()
    files = built.files
    parts = readParts(built.bytes)
    template = compileMessage({ parts, images: files, options: { replyTo: replyTo.written } })
  })

  test('is what a mail composer says, which encodes all anew', async () => {
    const message = renderMessage(template, particulars)
    expect(lineFaults(message)).toEqual([])
    expect(await decoded(message)).toEqual(await decoded(await composed(parts, files, particulars)))
  })

  test('is the same bytes again', () => {
    expect(renderMessage(template, particulars).equals(renderMessage(template, particulars))).toBe(true)
  })
})
