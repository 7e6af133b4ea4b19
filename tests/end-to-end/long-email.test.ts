import { fromHtml } from 'hast-util-from-html'
import { describe, expect, it } from 'vitest'
import { loadConfig } from '../../pipeline/config/load.js'
import { publish } from '../../pipeline/publish.js'
import { limit, room } from '../../pipeline/render/email/limits.js'
import { largestOf, sizesOf } from '../../pipeline/render/email/sizes.js'
import { memoryWorld } from '../../pipeline/world-memory.js'
import { worded } from '../support/article.js'
import { all } from '../templates/email/html-rules.js'

const config = `name: Slack Water
address: 4 Custom House Lane, Saltmere
email: { unsubscribe: "https://slackwater.example.org/unsubscribe" }
`
const withUrl = `${config}url: https://slackwater.example.org\n`

const sentence = 'The keeper came down with his lamp and wrote the height of the tide in the book once more. '
/** Sections of forty paragraphs, each with a note; the first leads to the last. */
const long = (front = '') => {
  const section = (number: number) =>
    `## Part ${number}\n\n${Array.from({ length: 40 }, (_, index) => {
      const note = `${number}-${index}`
      return `Paragraph ${note}: ${sentence.repeat(4)}[^${note}]\n\n[^${note}]: Note ${note}.`
    }).join('\n\n')}`
  const parts = [1, 2, 3, 4, 5, 6].map(section).join('\n\n')
  return `---\ntitle: The long watch\ndate: 2026-03-20\ntoc: true\nauthors:\n  - { name: A. Keeper, disclosure: He owns the boat. }\n${front}---\n\nSee [the end](#part-6).\n\n${parts}\n\nThe last words.\n`
}

async function built(yaml: string, article: string) {
  const world = memoryWorld({ files: { '/p/trifold.yaml': yaml, '/p/content/the-long-watch.md': article } })
  const { config: loaded } = await loadConfig(world, { folder: '/p' })
  const { messages } = await publish(
    { config: loaded, paths: [], formats: ['email', 'web'], outputDir: '/p/dist', cwd: '/p' },
    world,
  )
  const read = async (name: string) => {
    const bytes = await world.files.read(`/p/dist/the-long-watch/${name}`).catch(() => undefined)
    return bytes && new TextDecoder().decode(bytes)
  }
  const [html = '', text = '', page = '', report = '{}'] = await Promise.all(
    ['email.html', 'email.txt', 'index.html', 'report.json'].map(read),
  )
  return {
    html,
    text,
    page,
    report: JSON.parse(report),
    messages: messages.map(worded).filter(said => /email-(?:size|cut|overflow) /.test(said)),
  }
}

const linksOf = (html: string) =>
  all(fromHtml(html), 'a').map(({ properties }) => String(properties.href ?? ''))

describe('an article too long for an email', () => {
  it('is cut, with nothing at the foot lost and nothing in the kept part leading nowhere', async () => {
    const { html, text, page, report, messages } = await built(withUrl, long())
    const { bytes } = largestOf(sizesOf(html))
    expect(bytes).toBeLessThanOrEqual(limit - room)
    expect(bytes).toBeGreaterThan(limit - room - 2000)
    expect(report.formats.email.sizes).toMatchObject(sizesOf(html))

    expect(messages).toHaveLength(1)
    const [, line = ''] =
      /^(\d+):1 warning email-cut Unexpected email of [\d,]+ bytes/.exec(messages[0] ?? '') ?? []
    const lines = long().split('\n')
    const numbersIn = (text: string, word: string) =>
      [...text.matchAll(new RegExp(`${word} (\\d-\\d+)`, 'g'))].map(([, number]) => number)
    const kept = numbersIn(lines.slice(0, Number(line) - 1).join('\n'), 'Paragraph')
    expect(kept.length).toBeGreaterThan(100)
    expect(numbersIn(html, 'Paragraph')).toEqual(kept)
    expect(numbersIn(html, 'Note')).toEqual(kept)
    expect(lines[Number(line) - 1]).toMatch(/^(?:Paragraph|## Part) \d/)

    expect(html).toContain('He owns the boat.')
    expect(html).toContain('4 Custom House Lane, Saltmere')
    expect(html).toContain('https://slackwater.example.org/unsubscribe')

    const links = linksOf(html)
    const [, part = ''] =
      /^## Part (\d)$/.exec(lines.slice(0, Number(line)).findLast(text => text.startsWith('## ')) ?? '') ?? []
    expect(html).toContain('>Continue reading</a>')
    expect(links).toContain(`https://slackwater.example.org/the-long-watch/#part-${part}`)
    expect(
      links.filter(href => href === 'https://slackwater.example.org/the-long-watch/#part-6'),
    ).toHaveLength(2)
    const names = all(fromHtml(html), 'a').map(({ properties }) => properties.name)
    const inside = links.filter(href => href.startsWith('#'))
    expect(inside.filter(href => !names.includes(href.slice(1)))).toEqual([])

    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    const onward = links.flatMap(href => /the-long-watch\/#(.*)$/.exec(href)?.[1] ?? [])
    expect(onward.filter(id => !ids.includes(id))).toEqual([])
    expect(text).toContain('The last words.')
    expect(page).toContain('The last words.')
  })

  const head = '---\ntitle: The long watch\ndescription: Of one gauge.\ndate: 2026-03-20\n---\n\n'
  it.each([
    ['one block that is larger than the limit', `${sentence.repeat(1300)}`, 0],
    ['such a block after another', `Words.\n\n${sentence.repeat(1300)}\n\nAfter it.`, 0],
    [
      'many links, which a service makes long',
      '[a](https://example.org/a) '.repeat(4).concat('\n\n').repeat(90),
      60,
    ],
    [
      'letters that are nine bytes in a message',
      '潮の満ち引きを毎晩ひとつの帳面に書いた。\n\n'.repeat(900),
      80,
    ],
    ['code in colours', '```js\nconst height = read("mill", 1)\n```\n\n'.repeat(400), 80],
  ])('is below the limit with %s', async (_what, body, percent) => {
    const { html, messages } = await built(withUrl, head + body)
    const { bytes } = largestOf(sizesOf(html))
    expect(bytes).toBeLessThanOrEqual(limit)
    expect(bytes).toBeGreaterThan((limit * percent) / 100)
    expect(html).toContain('>The long watch</h1>')
    expect(html).toContain('>Continue reading</a>')
    expect(messages).toHaveLength(1)
    expect(messages[0]).toContain('warning email-cut')
  })

  it('is whole where it goes on nowhere, and the message says what to set', async () => {
    const { html, messages } = await built(config, long())
    expect(html).toContain('The last words.')
    expect(messages).toHaveLength(1)
    expect(messages[0]).toMatch(/warning email-size .* nowhere to continue it: set `url`/)
  })

  it('leads to its publisher where it is republished, whose notice is whole', async () => {
    const source =
      'source: { name: The Tidal Review, url: "https://tidal.example.org/watch", license: CC BY-ND 4.0, republished: true }\n'
    const { html } = await built(withUrl, long(source))
    expect(html).toContain('>Read the full article on The Tidal Review</a>')
    expect(linksOf(html).filter(href => href === 'https://tidal.example.org/watch')).toHaveLength(4)
    expect(html).toMatch(/\(<a [^>]*>CC BY-ND 4\.0<\/a>\)/)
    expect(html).not.toContain('The last words.')
    expect(largestOf(sizesOf(html)).bytes).toBeLessThanOrEqual(limit)
  })

  it('has no email where the config says `fail`, and its web page all the same', async () => {
    const { html, page, messages } = await built(
      withUrl.replace('email: {', 'email: { overflow: fail,'),
      long(),
    )
    expect(html).toBe('')
    expect(page).toContain('The last words.')
    expect(messages).toHaveLength(1)
    expect(messages[0]).toMatch(
      /error email-overflow .* The heaviest: notes in line 15 \([\d,]+ bytes\), paragraph/,
    )
  })
})
