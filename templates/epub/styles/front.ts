import type { CssRules } from '../../css.js'
import { hairline, unhyphenated, whole } from './text.js'

/** The title page, and what stands before and after an article's text. */
export const frontRules: CssRules = {
  'body.cover': { margin: 0, padding: 0 },
  // A picture stands upright whatever the lines do.
  '.cover-page': { margin: 0, padding: 0, textAlign: 'center', writingMode: 'horizontal-tb' },
  // Whole on its page, also where a reading system has margins of its own.
  '.cover-page img': { display: 'block', maxWidth: '100%', maxHeight: '95vh', margin: '0 auto' },
  '.title-page': { ...unhyphenated, margin: '15% 4% 0', textAlign: 'center' },
  '.title-page h1': { margin: '0 0 0.4em', fontSize: '1.9em', textAlign: 'center' },
  '.title-page .series': { marginBottom: '3em', fontWeight: 'bold' },
  '.title-page .byline': { marginTop: '2em', marginBottom: '0.4em' },
  '.title-page .editors': { margin: '0 0 0.4em', fontSize: '0.9em' },
  '.title-page .publisher': { marginTop: '5em' },
  '.title-page .rights': { fontSize: '0.85em' },

  '.part-page': { ...unhyphenated, margin: '15% 4% 0', textAlign: 'center' },
  '.part-page h1': { margin: '0 0 1.2em', fontSize: '1.9em', textAlign: 'center' },
  '.part-page ol': { margin: 0, padding: 0, listStyleType: 'none' },
  '.part-page li': { margin: '0 0 0.8em' },
  '.part-page .authors': { margin: 0, fontSize: '0.9em' },

  '.front': { margin: '0 0 2em', paddingBottom: '0.4em', borderBottom: hairline },
  '.subtitle': { fontSize: '1.15em' },
  '.standfirst': { fontSize: '1.1em', fontStyle: 'italic' },
  '.byline, .affiliation, .date, .origin, .corrected': { margin: '0 0 0.3em', fontSize: '0.9em' },
  '.standfirst + .byline': { marginTop: '1.2em' },
  '.date': { marginTop: '0.6em' },

  '.corrections, .disclosure, .source': {
    ...whole,
    margin: '2em 0 0',
    paddingTop: '0.8em',
    borderTop: hairline,
    fontSize: '0.9em',
  },
  '.corrections p': { margin: '0 0 0.4em' },
  '.title-page + .corrections': { margin: '3em 4% 0' },
  '.disclosure h2': { margin: '0 0 0.4em', fontSize: '1em' },
  '.signature': { ...whole, margin: '1.2em 0 0.8em', pageBreakBefore: 'avoid', breakBefore: 'avoid' },
  'section > .rights': { margin: '2em 0 0', fontSize: '0.85em' },
  '.source + .rights, .rights + .rights': { margin: '0.6em 0 0' },
  '.notes': { margin: '2.5em 0 0', paddingTop: '0.8em', borderTop: hairline, fontSize: '0.9em' },
  '.notes > h2': { margin: '0 0 0.8em', fontSize: '1.1em' },
  '.note': { margin: '0 0 0.8em' },
  '.note p': { margin: '0 0 0.4em' },
}
