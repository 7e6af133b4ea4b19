import { h } from 'hastscript'
import type { Browser } from 'puppeteer'
import sharp from 'sharp'
import type { VFileMessage } from 'vfile-message'
import { vi } from 'vitest'
import type { Format } from '../../pipeline/article.js'
import { shellUrl } from '../../pipeline/bind/pdf/request-desk.js'
import { checkParity } from '../../pipeline/check/parity/check-parity.js'
import type { RuleId } from '../../pipeline/check/rules.js'
import { loadConfig } from '../../pipeline/config/load.js'
import { readExport } from '../../pipeline/import/exports/exports.js'
import { reporter } from '../../pipeline/messages.js'
import { readDocx } from '../../pipeline/read/docx/read-docx.js'
import { readText } from '../../pipeline/read/text/read-text.js'
import { verify } from '../../pipeline/verify.js'
import { packageReader } from '../../pipeline/world/packages.js'
import { type Answer, BrowserUnavailable } from '../../pipeline/world.js'
import { printStylesheet } from '../../templates/print/stylesheet.js'
import { launch } from '../pipeline/bind/pdf/browser.js'
import { messagesOfFixture } from '../pipeline/check/email/fixture.js'
import { messagesOfEpub } from '../pipeline/check/epub/faults.js'
import { articleOfPage } from '../pipeline/read/html/page.js'
import { machine } from '../pipeline/shard/publication.js'
import { articleOf } from '../support/article.js'
import { docx, paragraph } from '../support/docx.js'
import { anArticle, memoryPublication } from '../support/memory-publication.js'
import { issue } from '../support/tree.js'
import { type Build, messagesOf } from './build.js'

const article = (body: string | Uint8Array, title = 'The mill') =>
  Buffer.concat([
    Buffer.from(`---\ntitle: ${title}\ndate: 2026-03-20\n---\n\n`),
    typeof body === 'string' ? Buffer.from(body) : body,
  ])

/** An article with a grey picture of a size. @param more bytes that follow the picture in its file */
async function picture(width: number, height: number, more = 0): Promise<Build['files']> {
  const png = await sharp({ create: { width, height, channels: 3, background: '#808080' } })
    .png()
    .toBuffer()
  return {
    'content/the-mill.md': article('![The wheel turns](wheel.png)'),
    'content/wheel.png': Buffer.concat([png, Buffer.alloc(more)]),
  }
}

/** Two pictures that take turns. */
async function movingWebp(): Promise<Buffer> {
  const frame = (background: string) =>
    sharp({ create: { width: 8, height: 8, channels: 3, background } })
      .png()
      .toBuffer()
  return sharp([await frame('#000000'), await frame('#ffffff')], { join: { animated: true } })
    .webp({ delay: [90, 90] })
    .toBuffer()
}

/** A check of a publication whose text is too faint, in a browser. */
async function inFaintInk(format: Format): Promise<VFileMessage[]> {
  const browser = await launch()
  try {
    return await messagesOf({
      files: { 'trifold.yaml': 'name: Slack Water\ntheme: { light: { ink: "#bbbbbb" } }\n' },
      formats: [format],
      browser: async () => browser,
      packages: packageReader([]),
      check: true,
    })
  } finally {
    await browser.close()
  }
}

const longWords = 'Words that are so many that they are not said twice by chance.'
const built = (build: Partial<Build>) => () => messagesOf({ files: {}, ...build })
const written = (body: string | Uint8Array, title?: string) =>
  built({ files: { 'content/the-mill.md': article(body, title) } })

/** What is said of a plain text. */
const pasted = (text: string) => async () => {
  const messages: VFileMessage[] = []
  const options = { mergeTags: new Map<string, undefined>(), lang: 'en', slug: 'the-mill' }
  readText(text, options, reporter('the-mill.txt', messages))
  return messages
}

/** An HTML page, read. */
const page = (html: string) => async () => (await articleOfPage(html)).found

/** An article whose links are checked: what the one in it is answered, and `/new` is there. */
const answered = (answer: Answer) =>
  built({
    files: { 'content/the-mill.md': article('[The mill](https://mill.example/).') },
    ask: async ({ url }) => (url.endsWith('/new') ? { status: 200 } : answer),
    check: true,
    asks: true,
  })

/** An issue of two articles, the second a draft. */
const inIssue = (list: string) =>
  built({
    files: {
      'content/tides/issue.yaml': `title: Tides\ndate: 2026-03-20\n${list}\n`,
      'content/tides/mill.md': article('Words.'),
      'content/tides/race.md': '---\ntitle: The race\ndraft: true\n---\n\nWords.\n',
    },
  })

/** What is said of a Word document with a paragraph in a style, and more of its XML. */
async function messagesOfDocx(style: string, more = ''): Promise<VFileMessage[]> {
  const messages: VFileMessage[] = []
  const options = { mergeTags: new Map(), lang: 'en', slug: 'a' }
  const bytes = docx(paragraph('Words.', style) + more, { styles: [style] })
  await readDocx(bytes, options, reporter('a.docx', messages))
  return messages
}

/** What is said of an export of Ghost with a draft. */
async function messagesOfExport(): Promise<VFileMessage[]> {
  const messages: VFileMessage[] = []
  const data = {
    posts: [{ id: '1', title: 'The mill', slug: 'the-mill', html: '<p>Words.</p>', status: 'draft' }],
  }
  const options = { mergeTags: new Map(), lang: 'en', slug: 'a' }
  const bytes = new TextEncoder().encode(JSON.stringify({ db: [{ data }] }))
  await readExport('ghost', bytes, options, reporter('ghost.json', messages), async () => new Map())
  return messages
}

/** A browser of which only what a print asks for is there: a real one does not fail in just this way when asked to. */
const stub = (page: object) =>
  ({ newPage: async () => page, once() {}, on() {}, off() {} }) as unknown as Browser

const pageThatPrints = (bytes: Uint8Array) => {
  const page = {
    pdf: async () => bytes,
    url: () => shellUrl,
    on: () => page,
    off: () => page,
    mainFrame() {},
  }
  const rest = [
    'setJavaScriptEnabled',
    'emulateMediaType',
    'setRequestInterception',
    'goto',
    'setContent',
    'evaluate',
    'close',
  ]
  return Object.assign(page, Object.fromEntries(rest.map(name => [name, async () => undefined])))
}

/** What EPUBCheck and Ace leave: no fault, and one. */
const reports: Readonly<Record<string, string>> = {
  java: '{ "messages": [] }',
  node: JSON.stringify({
    assertions: [
      {
        'earl:testSubject': { url: 'ch-001.xhtml' },
        assertions: [
          { 'earl:test': { 'dct:title': 'image-alt' }, 'earl:result': { 'dct:description': 'No alt' } },
        ],
      },
    ],
  }),
}

/** For each rule that no example of the docs can break: a build that breaks it. */
export const faults: Readonly<Partial<Record<RuleId, ReturnType<typeof built>>>> = {
  'config-file': built({ files: { 'trifold.config.js': 'export default {}' } }),
  'encoding-invalid': written(
    Buffer.concat([Buffer.from('Words and ébb, ébb, ébb '), Uint8Array.of(0xff, 0xfe)]),
  ),
  'encoding-guessed': written(Uint8Array.of(0x43, 0x61, 0x66, 0xe9, 0x2e)),
  'import-guess': pasted(
    'The tide mill\n\nBy Ishbel Tarrant\n\nIt stood for a hundred years, and then it did not.',
  ),
  'import-doubt': pasted('The tide mill was sold.'),
  'import-dropped': pasted('The tide mill\n\nShare\n\nIt stood for a hundred years.'),
  'control-character': written('Wo\u0000rds.'),
  'direction-control': written('Words \u202efor the tide.'),
  'image-still': async () =>
    messagesOf({
      files: {
        'content/the-mill.md': article('![The wheel turns](wheel.webp)'),
        'content/wheel.webp': await movingWebp(),
      },
    }),
  async 'image-resolution'() {
    const files = await picture(400, 300)
    return messagesOf({
      files,
      formats: ['pdf'],
      browser: async () => stub(pageThatPrints(Buffer.from('No PDF at all'))),
      packages: packageReader([]),
    })
  },
  async 'image-heavy'() {
    const files = await picture(8, 8, 11 * 1024 * 1024)
    return messagesOf({ files })
  },
  'image-shape': async () => messagesOf({ files: await picture(400, 2000) }),
  'image-unfetched': built({
    files: {
      'trifold.yaml': 'name: Slack Water\nlang: en\nimages: { remote: [img.example.org] }\n',
      'content/the-mill.md': article('![A mill](https://img.example.org/mill.png)'),
    },
  }),
  'import-style': () => messagesOfDocx('House Style'),
  'import-post': messagesOfExport,
  'article-nested': written(`${'> '.repeat(200)}Words.`),
  'article-unreadable': built({ failOn: (_, path) => (path.endsWith('the-mill.md') ? 'EACCES' : undefined) }),
  'html-furniture': page('<p>Words and more words.</p><nav>Home</nav>'),
  'html-source': page('<h1>The mill</h1><p>By Ishbel Tarrant</p><p>Words.</p>'),
  'html-metadata': page('<meta name="date" content="2026-02-31"><p>Words.</p>'),
  'link-dead': answered({ status: 404 }),
  'link-moved': answered({ status: 301, location: '/new' }),
  'link-unknown': answered({ status: 403 }),
  'issue-articles': inIssue('articles: [gone.md]'),
  'issue-unlisted': inIssue('articles: [mill.md]'),
  'issue-draft': inIssue('articles: [mill.md, race.md]'),
  'slug-taken': built({ files: { 'content/b.md': '---\ntitle: B\nslug: the-mill\n---\n\nWords.\n' } }),
  'title-long': written('Words.', 'long '.repeat(60)),
  'standfirst-long': built({
    files: {
      'content/the-mill.md': `---\ntitle: The mill\ndescription: ${'Words '.repeat(60)}\n---\n\nWords.`,
    },
  }),
  'date-after-issue': built({
    files: {
      'content/tides/issue.yaml': 'title: Tides\ndate: 2026-03-01\narticles: [mill.md]\n',
      'content/tides/mill.md': article('Words.'),
    },
  }),
  'email-size': built({
    files: { 'content/the-mill.md': article('Words without end.\n\n'.repeat(6000)) },
    formats: ['email'],
  }),
  'merge-tag-service': built({
    files: {
      'trifold.yaml': 'name: Slack Water\nmergeTags: [name]\nemail: { profile: substack }\n',
      'content/the-mill.md': article('Dear {{ name }}.'),
    },
    formats: ['email'],
  }),
  'email-cut': built({
    files: {
      'trifold.yaml': 'name: Slack Water\nurl: https://slackwater.example.org\n',
      'content/the-mill.md': article('Words without end.\n\n'.repeat(6000)),
    },
    formats: ['email'],
  }),
  'email-digest': built({
    files: {
      'content/tides/issue.yaml':
        'title: Tides\ndate: 2026-03-20\narticles: [{ file: mill.md, email: digest }]\n',
      'content/tides/mill.md': article('Words.'),
    },
    formats: ['email'],
  }),
  'email-overflow': built({
    files: {
      'trifold.yaml': 'name: Slack Water\nemail: { overflow: fail }\n',
      'content/the-mill.md': article('Words without end.\n\n'.repeat(6000)),
    },
    formats: ['email'],
  }),
  'email-headings': () => messagesOfFixture('headings'),
  'email-image': () => messagesOfFixture('image'),
  'email-fragment': () => messagesOfFixture('fragment-and-id'),
  'email-id': () => messagesOfFixture('fragment-and-id'),
  'email-hidden': () => messagesOfFixture('hidden'),
  'email-clients': () => messagesOfFixture('clients'),
  'email-styles': () => messagesOfFixture('styles'),
  'parity-words': built({
    formats: ['web'],
    files: { 'content/the-mill.md': article('Words, and *more of them*.') },
    templates: { web: { elements: { em: () => [] } } },
  }),
  'parity-link': built({
    formats: ['web'],
    files: { 'content/the-mill.md': article('Words, and [a link](https://example.org/mill).') },
    templates: { web: { elements: { a: () => [{ type: 'text', value: 'a link' }] } } },
  }),
  async 'parity-order'() {
    const { article: printed } = await articleOf('---\ntitle: The mill\n---\n\nIn one piece.')
    const reading = { text: 'The mill\nInone piece.', links: [] }
    return checkParity({ medium: 'pdf', reading, issue: issue(printed) })
  },
  async 'pdf-link'() {
    const { article: printed } = await articleOf(
      '---\ntitle: The mill\n---\n\nWords, and [a link](https://example.org/).',
    )
    const reading = { text: 'The mill\nWords, and a link.', links: [] }
    return checkParity({ medium: 'pdf', reading, issue: issue(printed) })
  },
  'parity-repeated': built({
    formats: ['web'],
    files: { 'content/the-mill.md': article(longWords) },
    templates: {
      web: { elements: { p: () => [h('p', longWords), h('p', longWords)] } },
    },
  }),
  'email-html': built({
    formats: ['email'],
    files: { 'content/the-mill.md': article('Words, and *more of them*.') },
    // In the line, so that no words are lost.
    templates: { email: { elements: { em: () => [h('span', h('div'), 'more of them')] } } },
    packages: packageReader([]),
    check: true,
  }),
  'email-accessibility': () => inFaintInk('email'),
  'web-html': built({
    formats: ['web'],
    files: { 'content/the-mill.md': article('Words, and *more of them*.') },
    templates: { web: { elements: { em: () => [h('span', h('div'), 'more of them')] } } },
    packages: packageReader([]),
    check: true,
  }),
  'web-accessibility': () => inFaintInk('web'),
  async 'shard-set'() {
    const one = machine()
    await one.build('1/2', { formats: ['web'] })
    return [...(await one.merge(['dist'], 'merged')).messages]
  },
  async 'shard-file'() {
    const one = machine()
    await one.build('1/1', { formats: ['web'] })
    await one.put('dist', { 'eel/index.html': 'Mine' })
    return [...(await one.merge(['dist'], 'merged')).messages]
  },
  'ignore-unused': built({
    files: {
      'trifold.yaml': 'name: Slack Water\nformats: [web]\n',
      'content/the-mill.md': article('<!-- trifold-ignore image-alt: it is in the text -->\n\nWords.'),
    },
    check: true,
  }),
  'check-skipped': built({ formats: ['email'], packages: packageReader([]), check: true }),
  async 'glyph-missing'() {
    const browser = await launch()
    try {
      return await messagesOf({
        // Of Tibetan no typeface comes along, and one that a machine has does not count.
        files: { 'content/the-mill.md': article('The mill is called ཆུ་འཐག.') },
        formats: ['pdf'],
        browser: async () => browser,
        packages: packageReader([]),
      })
    } finally {
      await browser.close()
    }
  },
  async 'cover-font'() {
    const browser = await launch()
    try {
      return await messagesOf({
        files: { 'content/the-mill.md': '---\ntitle: ཆུ་འཐག\n---\n\nThe mill.' },
        formats: ['epub'],
        browser: async () => browser,
        packages: packageReader([]),
      })
    } finally {
      await browser.close()
    }
  },
  async 'font-foreign'() {
    const browser = await launch()
    try {
      return await messagesOf({
        files: {},
        formats: ['pdf'],
        templates: {
          pdf: {
            stylesheet: rendering => [...printStylesheet(rendering), { p: { fontFamily: 'sans-serif' } }],
          },
        },
        browser: async () => browser,
        packages: packageReader([]),
      })
    } finally {
      await browser.close()
    }
  },
  async 'epub-invalid'() {
    const finding = { severity: 'error', id: 'RSC-005', message: 'Wrong' }
    vi.resetModules()
    vi.doMock('../../pipeline/check/epub.js', () => ({ checkEpub: async () => [finding] }))
    try {
      const { messagesOf: messagesOfMocked } = await import('./build.js')
      return await messagesOfMocked({ files: {}, formats: ['epub'] })
    } finally {
      vi.doUnmock('../../pipeline/check/epub.js')
      vi.resetModules()
    }
  },
  'epub-accessibility': built({
    formats: ['epub'],
    packages: packageReader([]),
    check: true,
    browser: async () => ({ ...stub({}), process: () => ({ spawnfile: 'chromium' }) }) as unknown as Browser,
    packagePath: path => path,
    runProgram: async ({ program }) => ({
      stdout: '',
      stderr: '',
      result: Buffer.from(reports[program] ?? ''),
    }),
  }),
  'epub-language': () => messagesOfEpub('language'),
  'epub-size': () => messagesOfEpub('size'),
  'epub-cover': () => messagesOfEpub('cover'),
  'epub-font': built({
    files: {
      'trifold.yaml':
        'name: Slack Water\nepub: { fonts: true }\ntheme: { fonts: { body: { family: Gone, package: "@fontsource/gone" } } }\n',
    },
    formats: ['epub'],
    packages: packageReader([]),
  }),
  'epub-contents': () => messagesOfEpub('contents'),
  'epub-chapter': () => messagesOfEpub('chapter'),
  'epub-pages': built({
    files: { 'trifold.yaml': 'name: Slack Water\nepub: { pageList: true }\n' },
    formats: ['epub'],
  }),
  'epub-link': () => messagesOfEpub('link'),
  'epub-formula': () => messagesOfEpub('formula'),
  'epub-table': () => messagesOfEpub('table'),
  'epub-table-wide': () => messagesOfEpub('table-wide'),
  'pdf-unfinished': built({
    formats: ['pdf'],
    browser: async () => stub(pageThatPrints(Buffer.from('No PDF at all'))),
    packages: packageReader([]),
  }),
  'pdf-page-numbers': built({
    files: {
      'content/the-mill.md': '---\ntitle: The mill\n---\n\nSee [the race](#race).\n\n## Race\n\nText.\n',
    },
    formats: ['pdf'],
    browser: async () => stub(pageThatPrints(Buffer.from('No PDF at all'))),
    packages: packageReader([]),
  }),
  'pdf-qr': built({
    files: { 'trifold.yaml': 'name: Slack Water\npdf: { qr: true }\n' },
    formats: ['pdf'],
    browser: async () => stub(pageThatPrints(Buffer.from('No PDF at all'))),
    packages: packageReader([]),
  }),
  'browser-missing': built({
    formats: ['pdf'],
    browser: () => Promise.reject(new BrowserUnavailable('None here')),
    packages: packageReader([]),
  }),
  'browser-failed': built({
    formats: ['pdf'],
    browser: async () => ({ ...stub({}), newPage: () => Promise.reject(new Error('Gone')) }) as Browser,
    packages: packageReader([]),
  }),
  'rendition-failed': built({
    formats: ['pdf'],
    browser: () => Promise.reject(new Error('Something else')),
    packages: packageReader([]),
  }),
  // Torn, and of an issue that is not built again.
  'site-item': built({
    files: {
      'content/the-mill.md': '---\ntitle: The mill\ntoc: perhaps\n---\n\nWords.\n',
      'dist/the-mill/item.json': '{',
    },
  }),
  async 'build-differs'() {
    const publication = memoryPublication({ 'content/the-mill.md': anArticle('The mill') })
    await publication.build(['content/the-mill.md'])
    const { config } = await loadConfig(publication.world, { folder: '/p' })
    const other = { ...config, publication: { ...config.publication, address: 'Elsewhere' } }
    const request = { config: other, paths: [], formats: ['web'], outputDir: '/p/dist', cwd: '/p' } as const
    return [...(await verify(request, publication.world))]
  },
  'output-unwritable': built({ failOn: operation => (operation === 'write' ? 'ENOSPC' : undefined) }),
}
