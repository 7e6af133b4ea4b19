import { examplesOf } from './examples.js'

const two = (words: string, first: string, second: string) =>
  `A [${words}](${first}).\n\nB [${words}](${second}), C [${words}](${second}).`

examplesOf(
  'link-ambiguous',
  [
    [
      two('tide tables', 'https://example.org/2025', 'https://example.org/2026'),
      '3:3 Unexpected link `tide tables` to `https://example.org/2026`',
    ],
  ],
  [
    two('tide tables', 'https://example.org/', 'http://www.example.org#top'),
    two('Babbage', 'https://example.org/1', 'https://example.org/2'),
    two('PDF', 'https://example.org/1', 'https://example.org/2'),
    two('2', 'https://example.org/1', 'https://example.org/2'),
    // Told of by link-text already.
    two('here', 'https://example.org/1', 'https://example.org/2'),
    'A [section](#a), a [section](#b).\n\n## A\n\nWords.\n\n## B\n\nWords.',
    'A.[^1] B.[^2]\n\n[^1]: [Smith](https://example.org/1)\n\n[^2]: [Smith](https://example.org/2)',
  ],
)
