import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Profile, profiles } from '../../pipeline/article.js'
import { temporaryFolder, trifold } from '../support/cli.js'
import { expectFile } from '../support/expectation.js'
import { readZip } from '../support/zip.js'

const fixtures = join(import.meta.dirname, '../fixtures/services')

/** Builds the fixture for a service. @returns the issue's folder */
async function built(profile: Profile | undefined, more = '') {
  const folder = temporaryFolder()
  cpSync(join(fixtures, 'publication'), folder, { recursive: true })
  const config = join(folder, 'trifold.yaml')
  const email = `email:\n${profile ? `  profile: ${profile}\n` : ''}${more}`
  writeFileSync(config, readFileSync(config, 'utf8').replace('email:\n', email))
  const called = await trifold(['build'], { cwd: folder })
  return { ...called, issue: join(folder, 'dist/letter'), folder }
}

const read = (...path: string[]) => readFileSync(join(...path), 'utf8')

/** The words of an email as its source has them, and where its links lead: what is left when the look has gone. */
const wordsOf = (html: string) =>
  html
    .replace(/<style.*?<\/style>|<!--.*?-->|\{\{ Safe ".*?" \}\}/gs, '')
    .replace(/<a [^>]*?href="(.*?)"[^>]*>/gs, '[$1] ')
    .replace(/<(?:p|h\d|li|td|pre|div|title)\b[^>]*>/g, '\n')
    .replace(/<\/?[a-z][^>]*>/g, '')
    .replace(/\n\s+/g, '\n')
    .trim()
    .concat('\n')

/** What a service takes for a tag of its own. */
const tagsOf: Readonly<Record<Profile, RegExp>> = {
  mailchimp: /\*\|(?:IF:|ELSE:|END:)?[A-Z:]*\|\*/g,
  buttondown: /\{\{ (?:subscriber\.|unsubscribe_url|email_url).*?\}\}/g,
  listmonk: /\{\{ (?:or |UnsubscribeURL|MessageURL|Safe ).*?\}\}/gs,
  kit: /\{\{ (?:subscriber\.|unsubscribe_url|address).*?\}\}/g,
  ghost: /\{\w+(?:, (?:"|&quot;).*?(?:"|&quot;))?\}/g,
  substack: /(?!)/g,
}
const unsubscribe: Readonly<Record<Profile, string | undefined>> = {
  mailchimp: '*|UNSUB|*',
  buttondown: '{{ unsubscribe_url }}',
  listmonk: '{{ UnsubscribeURL }}',
  kit: '{{ unsubscribe_url }}',
  ghost: undefined,
  substack: undefined,
}
const address: Readonly<Record<Profile, string | undefined>> = {
  mailchimp: '*|LIST:ADDRESSLINE|*',
  buttondown: '4 Custom House Lane, Saltmere',
  listmonk: '4 Custom House Lane, Saltmere',
  kit: '{{ address }}',
  ghost: undefined,
  substack: undefined,
}
const count = (text: string, part: string | undefined) => (part ? text.split(part).length - 1 : 0)

describe.each(profiles)('an email for %s', profile => {
  it('is in a folder of its own, as its files were read', async () => {
    const { issue, stdout, stderr, code } = await built(profile)
    expect(code).toBe(0)
    const folder = join(issue, profile)
    const expected = join(fixtures, profile)
    mkdirSync(expected, { recursive: true })
    expectFile(join(expected, 'email-words.txt'), wordsOf(read(folder, 'email.html')))
    for (const file of ['email.txt', 'subject.txt']) expectFile(join(expected, file), read(folder, file))
    const paste = join(folder, 'paste.html')
    expectFile(join(expected, 'paste.html'), existsSync(paste) ? read(paste) : '')
    const messages = (stdout + stderr).split('\n').filter(line => line.includes('merge-tag'))
    expectFile(join(expected, 'messages.txt'), messages.map(line => `${line}\n`).join(''))
  })

  it('has one way out, one address, and no tag that is not its own', async () => {
    const { issue } = await built(profile)
    const html = read(issue, profile, 'email.html')
    const text = read(issue, profile, 'email.txt')
    for (const part of [html, text]) {
      expect(count(part, unsubscribe[profile])).toBe(unsubscribe[profile] ? 1 : 0)
      expect(count(part, address[profile])).toBe(address[profile] ? 1 : 0)
      expect(count(part, '4 Custom House Lane')).toBe(address[profile]?.startsWith('4') ? 1 : 0)
    }
    const rest = html.replace(/<style.*?<\/style>/gs, '').replace(tagsOf[profile], '')
    expect(rest).not.toMatch(profile === 'mailchimp' ? /[{}]|\*\||\|\*/ : /[{}]/)
    expect(html).not.toMatch(/[\u0001\u0002]/)
  })

  it('counts its files in the report, and has its pictures to upload', async () => {
    const { issue, folder } = await built(profile)
    const report = JSON.parse(read(issue, 'report.json'))
    const listed = report.formats.email.files.map(({ path }: { path: string }) => path)
    const there = readdirSync(join(issue, profile), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name).slice(issue.length + 1))
    expect(listed.filter((path: string) => path.startsWith(`${profile}/`)).sort()).toEqual(there.sort())
    const [picture = ''] = there.filter(path => path.includes('/images/'))
    expect(read(issue, profile, 'email.html')).toContain(`src="${picture.slice(profile.length + 1)}"`)
    const config = join(folder, 'trifold.yaml')
    writeFileSync(
      config,
      read(config)
        .replace(/ {2}profile: .*\n/, '')
        .concat('url: https://example.org\n'),
    )
    await trifold(['build'], { cwd: folder })
    expect(there.filter(path => existsSync(join(issue, path)))).toEqual([])
  })
})

describe('hosted pictures', () => {
  it('are not copied, and are loaded from where they are', async () => {
    const { issue, folder } = await built('mailchimp')
    writeFileSync(
      join(folder, 'trifold.yaml'),
      `${read(folder, 'trifold.yaml')}url: https://slackwater.example.org\n`,
    )
    await trifold(['build'], { cwd: folder })
    expect(readdirSync(join(issue, 'mailchimp')).sort()).toEqual([
      ...(['email.html', 'email.txt', 'email.zip', 'images', 'subject.txt'] as const),
    ])
    expect(readdirSync(join(issue, 'mailchimp/images'))).toEqual([])
    expect(read(issue, 'mailchimp/email.html')).toContain(
      'src="https://slackwater.example.org/letter/images/',
    )
  })
})

describe('the zip for Mailchimp', () => {
  it('holds the HTML and its pictures, the same bytes each time', async () => {
    const [one, other] = [await built('mailchimp'), await built('mailchimp')]
    const zip = readFileSync(join(one.issue, 'mailchimp/email.zip'))
    expect(readFileSync(join(other.issue, 'mailchimp/email.zip')).equals(zip)).toBe(true)
    const entries = readZip(zip)
    expect(entries.map(({ name }) => name)).toEqual([
      'email.html',
      expect.stringMatching(/^images\/[0-9a-f]{16}\.png$/),
    ])
    expect(entries[0]?.text).toBe(read(one.issue, 'mailchimp/email.html'))
    expect(entries.map(({ date }) => date)).toEqual(['1980-01-01 00:00:00', '1980-01-01 00:00:00'])
  })
})

describe('fields that a service calls otherwise', () => {
  it('are as the config says', async () => {
    const { issue } = await built('mailchimp', '  fields: { town: ORT, first_name: VORNAME }\n')
    const text = read(issue, 'mailchimp/email.txt')
    expect(text).toContain('*|IF:ORT|**|ORT|**|ELSE:|*your town*|END:IF|*')
    expect(text).not.toContain('*|FNAME|')
  })

  it('cannot end the tag they stand in', async () => {
    const { code, stderr } = await built('kit', '  fields: { town: "x }} {{ y" }\n')
    expect(code).toBe(2)
    expect(stderr).toContain("expected the service's name of a field")
  })
})

describe('without a service', () => {
  it('there is no folder, and the parts say what differs from reader to reader', async () => {
    const { issue } = await built(undefined)
    expect(readdirSync(issue).sort()).toEqual([
      ...(['email.eml', 'email.html', 'email.parts.json', 'email.txt', 'images', 'report.json'] as const),
    ])
    const parts = JSON.parse(read(issue, 'email.parts.json'))
    expect(parts.subject).toEqual([
      { name: 'first_name', default: 'friend', context: 'header' },
      ', a letter',
    ])
    expect(parts.headers).toEqual([
      { name: 'From', value: [expect.stringContaining('<letters@example.org>')] },
      { name: 'Content-Language', value: ['en-GB'] },
      { name: 'List-Unsubscribe', value: ['<', { name: 'unsubscribe_url', context: 'address' }, '>'] },
      { name: 'List-Unsubscribe-Post', value: ['List-Unsubscribe=One-Click'] },
    ])
    const slots = (pieces: (string | { name: string; context: string })[]) =>
      pieces.flatMap(piece => (typeof piece === 'string' ? [] : [`${piece.name} ${piece.context}`]))
    expect(slots(parts.html)).toEqual([
      ...(['first_name html', 'first_name html', 'town html', 'email url', 'first_name html'] as const),
      ...(['first_name html', 'first_name html', 'unsubscribe_url href'] as const),
    ])
    expect(parts.images).toEqual([
      {
        path: expect.stringMatching(/^images\//),
        type: 'image/png',
        cid: expect.stringContaining('@images.trifold'),
      },
    ])
    expect(parts.html.filter((piece: unknown) => typeof piece === 'string').join('')).toContain(
      `src="cid:${parts.images[0].cid}"`,
    )
    const eml = read(issue, 'email.eml')
    expect(eml).not.toContain('List-Unsubscribe')
  })
})

function goIsThere(): boolean {
  try {
    execFileSync('go', ['version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

describe.skipIf(!goIsThere())('listmonk (skipped where Go is not installed)', () => {
  it('fills what it is given by html/template, with values and without, and leaves code as it is', async () => {
    const { issue } = await built('listmonk')
    const program = join(import.meta.dirname, '../support/listmonk/main.go')
    const filled = (kind: 'body' | 'subject', file: string, reader: object) =>
      execFileSync('go', ['run', program, kind, join(issue, 'listmonk', file), JSON.stringify(reader)], {
        encoding: 'utf8',
        env: { ...process.env, GO111MODULE: 'off', GOTOOLCHAIN: 'local' },
      })
    const ada = {
      FirstName: "Ada <b>O'Brien",
      Email: 'ada&co+x@example.org',
      Attribs: { town: 'Hull & <Co>' },
    }
    expect(filled('subject', 'subject.txt', ada)).toBe("Ada <b>O'Brien, a letter\n")
    expect(filled('subject', 'subject.txt', {})).toBe('friend, a letter\n')
    const text = filled('body', 'email.txt', ada)
    expect(text).toContain("Dear Ada <b>O'Brien of Hull & <Co>: your page [1].")
    expect(text).toContain('    <p>{{ x }} {% y %} *|Z|* <!-- c --> {first_name}</p>\n')
    expect(text).toContain('[1] https://example.org/u?m=ada%26co%2Bx%40example.org&x=1\n')
    expect(filled('body', 'email.txt', {})).toContain('Dear dear <3 reader of your town: your page [1].')
    const html = filled('body', 'email.html', ada)
    expect(html).toContain('Dear Ada &lt;b&gt;O&#39;Brien of Hull &amp; &lt;Co&gt;: <a href=')
    expect(html).toContain('href="https://example.org/u?m=ada%26co%2Bx%40example.org&#x26;x=1"')
    expect(html).toContain('href="https://list.example.org/unsubscribe/1?a=1&amp;b=2"')
    expect(html).toContain('&#123;&#123; first_name &#125;&#125;')
    const comments = (markup: string) => markup.match(/<!--.*?-->/gs)
    expect(comments(html)).toEqual(comments(read(issue, 'email.html')))
    expect(filled('body', 'email.html', {})).toContain('Dear dear &lt;3 reader of your town: ')
  }, 120_000)
})
