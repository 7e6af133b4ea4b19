import { describe, expect, it } from 'vitest'
import { profiles } from '../../../../../pipeline/article.js'
import type { Context } from '../../../../../pipeline/bind/email/pieces.js'
import { formOf, serviceText } from '../../../../../pipeline/render/email/services/form.js'
import { services } from '../../../../../pipeline/render/email/services/services.js'

const form = (profile: (typeof profiles)[number]) => ({ service: services[profile], fields: {} })
const tag = (profile: (typeof profiles)[number], name: string, fallback: string, context: Context) =>
  formOf({ name, default: fallback, context }, form(profile))

describe('a default that could end its tag', () => {
  it.each([
    ['mailchimp', 'html', '*|IF:FNAME|**|FNAME|**|ELSE:|*a&quot;&lt;b&gt;&#39;}} * |X| **|END:IF|*'],
    ['mailchimp', 'url', '*|IF:FNAME|**|FNAME|**|ELSE:|*a%22%3Cb%3E%27%7D%7D%20%2A%7CX%7C%2A*|END:IF|*'],
    ['buttondown', 'html', '{{ subscriber.metadata.first_name|default:"a&quot;&lt;b&gt;&#39;} } *|X|*" }}'],
    ['buttondown', 'text', '{{ subscriber.metadata.first_name|default:"a\\"<b>\'} } *|X|*" }}'],
    ['kit', 'html', '{{ subscriber.first_name | default: "a&quot;&lt;b&gt;&#39;} } *|X|*" }}'],
    ['kit', 'text', "{{ subscriber.first_name | default: 'a\"<b>’} } *|X|*' }}"],
    ['listmonk', 'html', '{{ or .Subscriber.FirstName "a\\"<b>\'}} *|X|*" }}'],
    ['ghost', 'html', '{first_name, "a&lt;b&gt;&#39; *|X|*"}'],
  ] as const)('%s, %s', (profile, context, expected) => {
    expect(tag(profile, 'first_name', `a"<b>'}} *|X|*`, context)).toBe(expected)
  })
})

describe('a name', () => {
  it.each([
    ['mailchimp', 'a_name_too_long', undefined],
    ['mailchimp', 'town', '*|TOWN|*'],
    ['buttondown', 'first-name', undefined],
    ['kit', 'größe', undefined],
    ['listmonk', 'first-name', '{{ or (index .Subscriber.Attribs "first-name") "" }}'],
    ['kit', 'view_url', undefined],
    ['ghost', 'town', undefined],
  ] as const)('%s has %s as it can', (profile, name, expected) => {
    expect(formOf({ name, context: 'html' }, form(profile))).toBe(expected)
  })

  it.each(profiles)('that every object has is none that %s knows', profile => {
    expect(String(formOf({ name: 'toString', context: 'html' }, form(profile)))).not.toContain('native code')
  })
})

describe('words beside a tag', () => {
  it.each([
    ['buttondown', '{{ "{" }}{{ subscriber.metadata.x }}}'],
    ['kit', '{{ "{" }}{{ subscriber.x }}}'],
    ['listmonk', '{{ "{" }}{{ or .Subscriber.Attribs.x "" | printf "%v" | Safe }}}'],
  ] as const)('do not become a part of it for %s', (profile, expected) => {
    const pieces = ['{', { name: 'x', context: 'text' as const }, '}']
    expect(serviceText(pieces, form(profile), 'text')).toBe(expected)
  })
})
