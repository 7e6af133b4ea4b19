import { examplesOf } from './examples.js'

const headings = (first: string, second: string) => `${first}\n\nA.\n\n${second}\n\nB.`

examplesOf(
  'id-duplicate',
  [
    [headings('<h2 id="mill">A</h2>', '<h2 id="mill">B</h2>'), '5:1 Unexpected id `mill`, which line 1 has'],
    ['<p id="a">A</p>\n\n:::figure{#a}\n![A mill](mill.png)\n:::', '3:1 Unexpected id `a`, which line 1 has'],
  ],
  [headings('## Mill', '## Mill'), headings('## Mill', '<h2 id="mill">B</h2>')],
)
