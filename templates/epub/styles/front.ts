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
  '.title-page .publisher': { marginTop: '5em' },
  '.title-page .rights': { fontSize: '0.85em' },

  '.front': { margin: '0 0 2em', paddingBottom: '0.4em', borderBottom: hairline },
  '.subtitle': { fontSize: '1.15em' },
  '.standfirst': { fontSize: '1.1em', fontStyle: 'italic' },
  '.byline, .affiliation, .date': { margin: '0 0 0.3em', fontSize: '0.9em' },
  '.standfirst + .byline': { marginTop: '1.2em' },
  '.date': { marginTop: '0.6em' },

  '.disclosure, .source': {
    ...whole,
    margin: '2em 0 0',
    paddingTop: '0.8em',
    borderTop: hairline,
    fontSize: '0.9em',
  },
  '.disclosure h2': { margin: '0 0 0.4em', fontSize: '1em' },
  '.notes': { margin: '2.5em 0 0', paddingTop: '0.8em', borderTop: hairline, fontSize: '0.9em' },
  '.notes > h2': { margin: '0 0 0.8em', fontSize: '1.1em' },
  '.note': { margin: '0 0 0.8em' },
  '.note p': { margin: '0 0 0.4em' },
}
