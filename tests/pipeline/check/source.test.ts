import { expect, it } from 'vitest'
import { buildEmail } from '../../support/built-email.js'

it('tells once of a tag that has no words for a reader without a value', async () => {
  const markdown = `---
title: T
date: 2026-03-20
---

{{ town }}, {{ name }}, {{ town }}, {{ street | default: "the street" }}, [leave](https://example.org/?m={{ town }}).
`
  const { messages } = await buildEmail(markdown, {
    config: { mergeTags: { name: 'friend', town: null, street: null } },
  })
  expect(messages.filter(message => message.startsWith('merge-tag'))).toEqual([
    expect.stringContaining('merge-tag-default Unexpected merge tag `town` without a default'),
  ])
})
