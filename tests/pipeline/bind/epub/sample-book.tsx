import { createHash } from 'node:crypto'
import type { ElementContent, Root } from 'hast'
import rehypeParse from 'rehype-parse'
import temml from 'temml'
import { unified } from 'unified'
import { uuidV5 } from '../../../../pipeline/bind/epub/uuid.js'
import type { Book, BookDocument, BookResource } from '../../../../templates/epub/package/book.js'

// Kept as bytes, since an encoder's next release may give others.
const onePixel = {
  png:
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAADElEQVQI12PQjigDAAGr' +
    'APpIjc/YAAAAAElFTkSuQmCC',
  jpeg:
    '/9j/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/' +
    '2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAAR' +
    'CAABAAEDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAA' +
    'AAAAAAAAAAAABP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AIwBYb//2Q==',
}

/** A book that has something of everything: what the binder promises is tried on it. */
export function sampleBook(): Book {
  const image = picture('images', 'png', onePixel.png)
  return {
    identifier: `urn:uuid:${uuidV5('https://example.org/issues/12')}`,
    title: 'Salt & Tides: what <harbours> "know"',
    subtitle: 'An issue about ]]> water\u0000',
    titleFileAs: 'Salt & Tides',
    lang: 'en-GB',
    otherLangs: ['ar', 'ja', 'en-GB'],
    creators: [
      { name: 'Ada Quay', fileAs: 'Quay, Ada', role: 'aut' },
      { name: '潮田 海', fileAs: '潮田, 海', role: 'aut', lang: 'ja' },
      { name: 'Bo Edits & Co.', role: 'edt' },
    ],
    publisher: 'The Harbour Letter',
    date: '2026-03-01',
    modified: new Date('2026-03-01T12:30:01.250Z'),
    sources: ['https://example.org/issues/12?a=1&b=2'],
    rights: 'CC BY-ND 4.0',
    description: 'Two articles\nand a passage from right to left.',
    subjects: ['Tides', 'Salt & trade', ''],
    series: { name: 'The Harbour Letter', position: '12', identifier: 'urn:issn:1234-5679' },
    accessibility: {
      images: 'described',
      math: 'mathml',
      tables: true,
      summary: 'Images have alternative texts; formulas are MathML.',
      conformsTo: 'EPUB Accessibility 1.1 - WCAG 2.2 Level AA',
      certifiedBy: 'The Harbour Letter',
    },
    words: {
      contents: 'Contents',
      landmarks: 'Landmarks',
      titlePage: 'Title page',
      start: 'Start of content',
      cover: 'Cover',
    },
    documents: [titlePage(), tides(image), salt(), rightToLeft()],
    stylesheet: '.left { text-align: left }\n.right { text-align: right }\n',
    resources: [image],
    cover: picture('cover', 'jpeg', onePixel.jpeg),
  }
}

/** An image named by its content, as the asset stage names them. */
function picture(folder: string, type: 'png' | 'jpeg', base64: string): BookResource {
  const bytes = Buffer.from(base64, 'base64')
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
  return { href: `${folder}/${hash}.${type === 'png' ? 'png' : 'jpg'}`, type: `image/${type}`, bytes }
}

function titlePage(): BookDocument {
  return {
    file: 'title.xhtml',
    title: 'Salt & Tides',
    lang: 'en-GB',
    matter: 'frontmatter',
    landmark: 'titlepage',
    headings: [],
    inContents: false,
    body: [
      <section epub:type="titlepage" role="region" ariaLabel="Title page">
        <h1 epub:type="title">{'Salt & Tides: what <harbours> "know"'}</h1>
        <p role="doc-subtitle" epub:type="subtitle">
          An issue about water
        </p>
        <p>Ada Quay</p>
      </section>,
    ],
  }
}

function tides(image: BookResource): BookDocument {
  return {
    file: 'ch-001.xhtml',
    title: 'How tides are foretold & missed',
    lang: 'en-GB',
    matter: 'bodymatter',
    landmark: 'bodymatter',
    inContents: true,
    headings: [
      { id: 'a1-moon', title: 'The moon <first>', depth: 2 },
      { id: 'a1-near', title: 'Near "and" far', depth: 3 },
      { id: 'a1-deep', title: 'Deep\u0000er', depth: 4 },
      { id: 'a1-満潮', title: '満潮', depth: 2 },
      { id: 'a1-blank', title: ' \u0001 ', depth: 2 },
    ],
    body: [
      <section epub:type="chapter" role="doc-chapter" ariaLabelledBy="a1-title">
        <header>
          <h1 id="a1-title">How tides are foretold &amp; missed</h1>
          <p role="doc-subtitle" epub:type="subtitle">
            Tables, sums and a wall
          </p>
        </header>
        <h2 id="a1-moon">The moon &lt;first&gt;</h2>
        <p dataSource="12:1">
          The sea rises twice a day
          <sup>
            <a id="fnref-1" href="#fn-1" epub:type="noteref" role="doc-noteref">
              1
            </a>
          </sup>{' '}
          and a null{'\u0000'} or a lone {'\ud800'} half never shows. See the{' '}
          <a href="https://example.org/tides?a=1&b=2">tables</a> and <a href="ch-002.xhtml#a2-trade">trade</a>
          .
        </p>
        <figure>
          <img src={image.href} alt="A harbour wall at low water" width={640} height={400} loading="lazy" />
          <figcaption>Low water &amp; weed</figcaption>
        </figure>
        <h3 id="a1-near">Near "and" far</h3>
        <p>The height follows {formula('h = A \\cos(\\omega t + \\phi)', false)}, or in full:</p>
        <div>
          {formula(
            '\\sum_{n=1}^{N} \\frac{A_n}{\\sqrt{2}} \\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}',
            true,
          )}
        </div>
        <h4 id="a1-deep">Deeper</h4>
        <table>
          <caption>Two harbours</caption>
          <thead>
            <tr>
              <th scope="col">Harbour</th>
              <th scope="col" className="right">
                Metres
              </th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td>Saint-Malo</td>
              <td className="right">12.2</td>
            </tr>
          </tbody>
        </table>
        <h2 id="a1-満潮">満潮</h2>
        <p lang="ja">
          <ruby>
            満潮<rp>(</rp>
            <rt>まんちょう</rt>
            <rp>)</rp>
          </ruby>
          は一日に二回。𠮷野
        </p>
        <h2 id="a1-blank">Blank in the contents</h2>
        <div id="fn-1" epub:type="footnote" role="doc-footnote">
          <p>
            <a href="#fnref-1" epub:type="backlink" role="doc-backlink">
              1.
            </a>{' '}
            On most coasts.
          </p>
        </div>
      </section>,
    ],
  }
}

function salt(): BookDocument {
  return {
    file: 'ch-002.xhtml',
    title: 'Salt',
    lang: 'en-GB',
    matter: 'bodymatter',
    inContents: true,
    headings: [{ id: 'a2-trade', title: 'Trade', depth: 2 }],
    body: [
      <section epub:type="chapter" role="doc-chapter" ariaLabelledBy="a2-title">
        <h1 id="a2-title">Salt</h1>
        <h2 id="a2-trade">Trade</h2>
        <p>
          Plain words, <em>{'<%= 1 + 1 %>'}</em>, <code>{'a < b && c > d'}</code> and ]]&gt; as text.
        </p>
      </section>,
    ],
  }
}

function rightToLeft(): BookDocument {
  return {
    file: 'ch-003.xhtml',
    title: 'الملح والمد',
    lang: 'ar',
    dir: 'rtl',
    matter: 'bodymatter',
    inContents: true,
    headings: [],
    body: [
      <section epub:type="chapter" role="doc-chapter" ariaLabelledBy="a3-title">
        <h1 id="a3-title">الملح والمد</h1>
        <p>
          البحر يرتفع مرتين في اليوم، كما تقول <bdi lang="en">The Harbour Letter</bdi>.
        </p>
      </section>,
    ],
  }
}

/** TeX to MathML, as the parser's tree has it. */
function formula(tex: string, displayMode: boolean): ElementContent {
  const html = temml.renderToString(tex, { displayMode, annotate: false })
  const tree: Root = unified().use(rehypeParse, { fragment: true }).parse(html)
  const math = tree.children[0]
  if (math?.type !== 'element') throw new Error('Expected a formula')
  return math
}
