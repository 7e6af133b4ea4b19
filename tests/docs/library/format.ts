import type { Book } from '../../../pipeline/face/epub.js'
import { bindEpub, checkEpub } from '../../../pipeline/face/epub.js'

const book: Book = {
  identifier: 'urn:uuid:6f0e6a5e-0f0b-5d0a-9b43-2f3f7a1d9c10',
  title: 'Spring tides',
  lang: 'en-GB',
  otherLangs: [],
  creators: [{ name: 'Hester Quayle', role: 'aut' }],
  modified: new Date('2026-03-20T00:00:00Z'),
  subjects: [],
  accessibility: { images: 'none', math: 'none', tables: false, summary: 'Text only.' },
  words: { contents: 'Contents', landmarks: 'Landmarks', titlePage: 'Title', start: 'Start', cover: 'Cover' },
  documents: [
    {
      file: 'ch-001.xhtml',
      title: 'Spring tides',
      lang: 'en-GB',
      matter: 'bodymatter',
      landmark: 'bodymatter',
      body: [
        {
          type: 'element',
          tagName: 'p',
          properties: {},
          children: [{ type: 'text', value: 'They come twice a month.' }],
        },
      ],
      headings: [],
      inContents: true,
    },
  ],
  stylesheet: 'p { margin: 0 }',
  resources: [],
}
const bytes = await bindEpub(book)
export const findings = await checkEpub(bytes)
