import { examplesOf, withFront } from './examples.js'

const to = (words: string) => `Tables: [${words}](https://example.org/tables).`
const long = `https://example.org/${'tables/'.repeat(12)}`

examplesOf(
  'link-text',
  [
    [to('here'), '1:9 Unexpected link with the words `here`'],
    [to('*Click here!*'), 'the words `Click here!`'],
    [to('Read more →'), 'the words `Read more →`'],
    ['::button[More]{href="https://example.org/"}', 'the words `More`'],
    [withFront('lang: de', to('hier')), 'the words `hier`'],
    [withFront('lang: fr', to('En savoir plus')), 'the words `En savoir plus`'],
    [withFront('lang: es-MX', to('aquí')), 'the words `aquí`'],
    [withFront('lang: ar', to('اضغط هنا')), 'the words'],
    [`See <${long}>.`, 'address of 104 characters'],
  ],
  [
    to('the tables'),
    to('Go'),
    to('here be dragons'),
    'See <https://example.org/tables>.',
    'See https://example.org/tables.',
    `Words.[^1]\n\n[^1]: ${long}`,
    // Of a language without a list nothing is known.
    withFront('lang: it', to('here')),
    withFront('lang: de', to('die')),
    '[![The mill](mill.png)](https://example.org/)',
  ],
)
