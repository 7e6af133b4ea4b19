import { examplesOf } from './examples.js'

examplesOf(
  'heading-empty',
  [
    ['Words.\n\n##\n\nMore.', '3:1 Unexpected heading without words'],
    ['Words.\n\n<h3> <br> </h3>\n\nMore.', '3:1 Unexpected heading without words'],
  ],
  ['## Words\n\nMore.', '## ![The mill](mill.png)\n\nMore.', '## 13684x^213684\n\nMore.'],
)
