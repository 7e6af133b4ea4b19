import { simpleParser } from 'mailparser'
import { expect, test } from 'vitest'
import type { Profile } from '../../pipeline/article.js'
import { fill } from '../../pipeline/bind/email/fill.js'
import { limit } from '../../pipeline/render/email/limits.js'
import { services } from '../../pipeline/render/email/services/services.js'
import { renderEmail } from '../../pipeline/render/email.js'
import { memoryWorld } from '../../pipeline/world-memory.js'
import type { Rendering } from '../../templates/rendering.js'
import { randomArticle } from '../support/random-tree.js'
import { joined, renderingOf } from '../support/rendering.js'
import { issue } from '../support/tree.js'

const profiles = Object.keys(services) as Profile[]

/** What the random trees have, which skip levels of headings and leave out what the transforms set, and what a writer can mend. */
const expected = new Set([
  ...['email-headings', 'email-table', 'link-empty', 'link-insecure', 'preheader-missing'],
  ...['email-cut', 'merge-tag-service'],
])

async function made(given: Rendering, profile: Profile) {
  const email = { ...given.publication.email, profile, overflow: 'cut' } as const
  const rendition = await renderEmail({
    rendering: { ...given, publication: { ...given.publication, email } },
    templates: {},
    mergeTags: new Map([['name', 'friend']]),
    world: memoryWorld(),
    printer: () => Promise.reject(new Error('An email needs no printer')),
    file: 'article.md',
    creator: 'Trifold',
  })
  const text = (path: string) =>
    new TextDecoder().decode(rendition.files.find(file => file.path === path)?.bytes)
  return { ...rendition, text }
}

/** What is wrong with an email that no article may make wrong. */
async function faultsOf(given: Rendering, profile: Profile): Promise<unknown[]> {
  const { messages, sizes, files, text } = await made(given, profile)
  const faults: unknown[] = messages.filter(({ ruleId }) => !expected.has(ruleId ?? '')).map(String)
  const { html = 0, quotedPrintable = 0, trackedLinks = 0 } = sizes
  if (Math.max(html, quotedPrintable, trackedLinks) > limit) faults.push(sizes)

  const page = text('email.html')
  const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id)
  if (new Set(ids).size < ids.length) faults.push('an id twice')
  for (const [, target] of page.matchAll(/href="#([^"]*)"/g)) if (!ids.includes(target)) faults.push(target)

  const message = files.find(({ path }) => path === 'email.eml')?.bytes ?? new Uint8Array()
  const lines = Buffer.from(message).toString('latin1').split('\r\n')
  faults.push(...lines.filter(line => line.length > 78 || /[^\t -~]/.test(line)))
  const read = await simpleParser(Buffer.from(message), { skipImageLinks: true })
  if (`${read.html}`.trim() !== page.trim()) faults.push('other HTML in the message')
  if (`${read.text}`.trim() !== text('email.txt').trim()) faults.push('another text in the message')

  const { html: pieces } = JSON.parse(text('email.parts.json'))
  const marked = fill(pieces, { name: '<script>"\'</script>{{ name }}\r\nBcc: a' })
  if (marked.includes('<script')) faults.push('markup of a value')
  return faults
}

test.each(profiles)('random articles become emails with nothing wrong, sent by %s', async profile => {
  const first = 1 + profiles.indexOf(profile) * 5
  for (let seed = first; seed < first + 5; seed += 1) {
    const rendering = renderingOf(issue(randomArticle(seed)), 'email')
    expect(await faultsOf(rendering, profile), `seed ${seed}`).toEqual([])
  }
})

test('a random issue of sixty articles is cut, with nothing wrong', async () => {
  const [one, ...more] = Array.from({ length: 60 }, (_, index) => issue(randomArticle(100 + index)))
  if (!one) throw new Error('Expected an issue')
  expect(await faultsOf(renderingOf(joined(one, ...more), 'email'), 'listmonk')).toEqual([])
})
