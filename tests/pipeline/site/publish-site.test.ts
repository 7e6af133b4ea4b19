import { describe, expect, test } from 'vitest'
import { anArticle, memoryPublication } from '../../support/memory-publication.js'

const pages = ['feed.json', 'feed.xml', 'index.html', 'sitemap.xml', 'subscribe.html']
const three = {
  'content/eel.md': anArticle('Eel', '2026-01-01'),
  'content/bell.md': anArticle('Bell', '2026-02-01'),
  'content/moon.md': anArticle('Moon', '2026-03-01'),
}

type Publication = ReturnType<typeof memoryPublication>
const feedOf = (publication: Publication): { items: { title: string; id: string }[] } =>
  JSON.parse(publication.text('dist/feed.json'))
const titlesOf = (publication: Publication) => feedOf(publication).items.map(({ title }) => title)
const reasons = ({ messages }: { messages: readonly { ruleId?: string | undefined; reason: string }[] }) =>
  messages.map(({ ruleId, reason }) => `${ruleId} ${reason}`)

describe('the pages around the issues', () => {
  test('are written after them, the newest first', async () => {
    const publication = memoryPublication(three)
    const { site, messages } = await publication.build()
    expect(messages).toEqual([])
    expect(site.map(path => path.replace('/p/dist/', '')).sort()).toEqual(pages)
    expect(publication.files('dist').filter(path => !path.includes('/'))).toEqual(pages)
    expect(titlesOf(publication)).toEqual(['Moon', 'Bell', 'Eel'])
  })

  test('are the same whatever was built first, one by one or all at once', async () => {
    const whole = memoryPublication(three)
    await whole.build()
    const piecemeal = memoryPublication(three)
    for (const path of ['content/moon.md', 'content/eel.md', 'content/bell.md', 'content/eel.md'])
      await piecemeal.build([path])
    expect(piecemeal.built()).toEqual(whole.built())
    await whole.build()
    expect(piecemeal.built()).toEqual(whole.built())
  })

  test('a build of all takes out what the content has no more, and leaves what people may have linked to', async () => {
    const publication = memoryPublication(three)
    await publication.build()
    await publication.remove('content/bell.md')
    await publication.build(['content/eel.md'])
    expect(titlesOf(publication)).toEqual(['Moon', 'Bell', 'Eel'])
    await publication.build()
    expect(titlesOf(publication)).toEqual(['Moon', 'Eel'])
    expect(publication.files('dist/bell')).toEqual(['index.html', 'report.json'])
    expect(publication.text('dist/index.html')).not.toContain('Bell')
  })

  test('an issue that is renamed is there once, and one that moves to another slug', async () => {
    const publication = memoryPublication(three)
    await publication.build()
    await publication.write('content/bell.md', anArticle('Bell', '2026-02-01', 'slug: the-bell\n'))
    await publication.build()
    expect(titlesOf(publication)).toEqual(['Moon', 'Bell', 'Eel'])
    expect(publication.text('dist/sitemap.xml')).toContain('https://example.org/letters/the-bell/')
    expect(publication.text('dist/sitemap.xml')).not.toContain('letters/bell/')
  })

  test('an issue that fails keeps what is said of it', async () => {
    const publication = memoryPublication(three)
    await publication.build()
    const before = publication.text('dist/feed.json')
    await publication.write(
      'content/bell.md',
      anArticle('New bell').replace('authors: [Ada]', 'toc: perhaps'),
    )
    const { messages } = await publication.build()
    expect(messages.some(({ fatal }) => fatal)).toBe(true)
    expect(publication.text('dist/feed.json')).toBe(before)
  })

  test('a source that cannot be read takes nothing away, whatever its slug was', async () => {
    let isTorn = false
    const failOn = (operation: string, path: string) =>
      isTorn && operation === 'read' && path.endsWith('bell.md') ? 'EACCES' : undefined
    const bell = anArticle('Bell', '2026-02-01', 'slug: the-bell\n')
    const publication = memoryPublication({ ...three, 'content/bell.md': bell }, { failOn })
    await publication.build()
    await publication.remove('content/eel.md')
    isTorn = true
    await publication.build()
    expect(titlesOf(publication)).toEqual(['Moon', 'Bell', 'Eel'])
    isTorn = false
    await publication.build()
    expect(titlesOf(publication)).toEqual(['Moon', 'Bell'])
  })

  test('nothing found is no reason to empty the archive', async () => {
    const publication = memoryPublication(three)
    await publication.build()
    const before = publication.built()
    for (const path of Object.keys(three)) await publication.remove(path)
    await publication.build()
    await publication.build(['content/nowhere.md'])
    expect(publication.built()).toEqual(before)
  })

  test.each(['content/bell.md', undefined])('a draft is not listed, built by %s', async path => {
    const publication = memoryPublication(three)
    await publication.build()
    await publication.write('content/bell.md', anArticle('Bell', '2026-02-01', 'draft: true\n'))
    await publication.build(path ? [path] : [])
    expect(titlesOf(publication)).toEqual(['Moon', 'Eel'])
  })

  test('an issue of several that becomes a draft is not listed', async () => {
    const manifest = (more = '') => `title: Tides\nslug: the-tides\ndate: 2026-04-01\n${more}`
    const publication = memoryPublication({
      ...three,
      'content/tides/issue.yaml': manifest(),
      'content/tides/a.md': anArticle('A'),
      'content/tides/b.md': anArticle('B'),
    })
    await publication.build()
    expect(titlesOf(publication)).toEqual(['Tides', 'Moon', 'Bell', 'Eel'])
    await publication.write('content/tides/issue.yaml', manifest('draft: true\n'))
    await publication.build(['content/tides'])
    expect(titlesOf(publication)).toEqual(['Moon', 'Bell', 'Eel'])
  })

  test('a build without web pages leaves them as they are', async () => {
    const publication = memoryPublication(three)
    await publication.build()
    const before = publication.text('dist/index.html')
    await publication.write('content/bell.md', anArticle('Another', '2026-02-01'))
    const { site } = await publication.build([], ['epub'])
    expect(site).toEqual([])
    expect(publication.text('dist/index.html')).toBe(before)
    expect(JSON.parse(publication.text('dist/bell/item.json')).title).toBe('Bell')
  })

  test('are not written where every issue fails and none was there', async () => {
    const publication = memoryPublication({
      'content/bell.md': anArticle('Bell').replace('authors: [Ada]', 'toc: perhaps'),
    })
    expect((await publication.build()).site).toEqual([])
    expect(publication.files('dist')).toEqual(['bell/report.json'])
  })

  test('are a publication’s alone: none of files without a config, and none where the web is not published', async () => {
    const lone = memoryPublication(three)
    await lone.remove('trifold.yaml')
    expect((await lone.build()).site).toEqual([])
    expect(lone.files('dist').filter(path => /^[^/]*$|item\.json/.test(path))).toEqual([])
    const unpublished = memoryPublication({
      ...three,
      'trifold.yaml': 'name: N\nlang: en\nformats: [email]\n',
    })
    expect((await unpublished.build()).site).toEqual([])
  })

  test('have no feeds without an address, and a page on subscribing where there is something to say', async () => {
    const config = 'name: N\nlang: en\naddress: A\nemail: { unsubscribe: https://example.org/u }\n'
    const bare = memoryPublication({ ...three, 'trifold.yaml': config })
    await bare.build()
    expect(bare.files('dist').filter(path => !path.includes('/'))).toEqual(['index.html'])
    expect(bare.text('dist/bell/index.html')).toContain('href="../index.html"')
    expect(bare.text('dist/bell/index.html')).not.toMatch(/subscribe\.html|feed\./)
    const asked = memoryPublication({
      ...three,
      'trifold.yaml': config.replace('{', '{ subscribe: mailto:on@example.org,'),
    })
    await asked.build()
    expect(asked.files('dist').filter(path => !path.includes('/'))).toEqual(['index.html', 'subscribe.html'])
    expect(asked.text('dist/subscribe.html')).toContain('href="mailto:on@example.org"')
    expect(asked.text('dist/subscribe.html')).toContain('href="https://example.org/u"')
  })

  test('a merge tag is nobody’s address there', async () => {
    const config =
      'name: N\nlang: en\naddress: A\nurl: https://example.org\nemail: { unsubscribe: "{{ unsubscribe_url }}" }\n'
    const publication = memoryPublication({ ...three, 'trifold.yaml': config })
    await publication.build()
    expect(publication.text('dist/subscribe.html')).not.toMatch(/\{\{|Unsubscribe/)
  })

  test('the feeds have the newest thirty, the archive and the sitemap all', async () => {
    const day = (index: number) => String(index).padStart(2, '0')
    const publication = memoryPublication(
      Object.fromEntries(
        Array.from({ length: 31 }, (_, index) => [
          `content/n${index + 1}.md`,
          anArticle(`N${index + 1}`, `2026-03-${day(index + 1)}`),
        ]),
      ),
    )
    await publication.build()
    expect(titlesOf(publication)).toHaveLength(30)
    expect(titlesOf(publication)[0]).toBe('N31')
    expect(titlesOf(publication)).not.toContain('N1')
    expect(publication.text('dist/feed.xml').match(/<entry /g)).toHaveLength(30)
    expect(publication.text('dist/sitemap.xml').match(/<loc>/g)).toHaveLength(33)
    expect(publication.text('dist/index.html').match(/<article/g)).toHaveLength(31)
  })

  test('issues of one day are in the order of their numbers, and undated ones last', async () => {
    const publication = memoryPublication({
      'content/a.md': anArticle('Nine', '2026-03-20', 'number: 9\n'),
      'content/b.md': anArticle('Ten', '2026-03-20', 'number: 10\n'),
      'content/c.md': anArticle('Undated').replace(/date:.*\n/, ''),
    })
    await publication.build()
    expect(titlesOf(publication)).toEqual(['Ten', 'Nine', 'Undated'])
    expect(publication.text('dist/index.html')).toContain('<h2 id="tf-undated">Undated</h2>')
  })
})

describe('what an earlier build left', () => {
  test.each([
    ['a torn file', '{"id": "x"', 'content'],
    ['another’s file', '{"title": "T"}', 'content'],
  ])('is told of where it is %s, and mended by the next build', async (_, text, what) => {
    const publication = memoryPublication(three)
    await publication.build()
    const whole = publication.built()
    await publication.write('dist/bell/item.json', text)
    const result = await publication.build(['content/eel.md'])
    expect(reasons(result)).toEqual([
      `site-item Unexpected ${what}, expected what a build wrote of \`bell\`; it is left out of the archive and the feeds until it is built again`,
    ])
    expect(result.messages[0]?.file).toBe('dist/bell/item.json')
    expect(titlesOf(publication)).toEqual(['Moon', 'Eel'])
    await publication.build()
    expect(publication.built()).toEqual(whole)
  })

  test('is not listed twice where somebody copied a folder', async () => {
    const publication = memoryPublication(three)
    await publication.build()
    await publication.write('dist/copy/item.json', publication.text('dist/bell/item.json'))
    const result = await publication.build(['content/eel.md'])
    expect(reasons(result)[0]).toContain('Unexpected issue `bell`, expected what a build wrote of `copy`')
    expect(titlesOf(publication)).toEqual(['Moon', 'Bell', 'Eel'])
  })

  test('is kept out of the feeds where the publication has moved since', async () => {
    const publication = memoryPublication(three)
    await publication.build()
    const moved = publication
      .text('trifold.yaml')
      .replace('https://example.org/letters', 'https://example.com')
    await publication.write('trifold.yaml', moved)
    const result = await publication.build(['content/eel.md'])
    expect(titlesOf(publication)).toEqual(['Eel'])
    expect(reasons(result)).toEqual(
      ['moon', 'bell'].map(
        slug =>
          `site-item Unexpected address https://example.org/letters/${slug}/, expected one under https://example.com; the feeds leave it out until it is built again`,
      ),
    )
    expect(publication.text('dist/index.html')).toContain('href="bell/index.html"')
  })
})

describe('a disk that cannot be written', () => {
  test('leaves all of the pages as they were, with a message', async () => {
    let isFull = false
    const publication = memoryPublication(three, {
      failOn: (operation, path) =>
        isFull && operation === 'write' && path === '/p/dist/sitemap.xml' ? 'ENOSPC' : undefined,
    })
    await publication.build()
    const pagesOf = () => pages.map(path => publication.text(`dist/${path}`))
    const before = pagesOf()
    isFull = true
    await publication.write('content/new.md', anArticle('New', '2026-04-01'))
    const result = await publication.build()
    expect(reasons(result)).toEqual(['output-unwritable Cannot write /p/dist/sitemap.xml: the disk is full'])
    expect(pagesOf()).toEqual(before)
  })

  test('keeps an item that cannot be removed, with a message', async () => {
    const publication = memoryPublication(three, {
      failOn: operation => (operation === 'remove' ? 'EACCES' : undefined),
    })
    await publication.build()
    await publication.remove('content/bell.md').catch(() => undefined)
    await publication.write('content/bell.md', anArticle('Bell', '2026-02-01', 'draft: true\n'))
    expect(reasons(await publication.build())).toEqual([
      'output-unwritable Cannot write /p/dist/bell/item.json: permission denied',
    ])
  })
})
