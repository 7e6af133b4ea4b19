import { examplesOf } from './examples.js'

examplesOf(
  'heading-repeated',
  [
    ['## Mill\n\nA.\n\n## Mill\n\nB.', '5:1 Unexpected heading `Mill`, which line 1 has in the same section'],
    ['## A\n\n### Wheel\n\nB.\n\n### The race\n\nC.\n\n### *Wheel*!\n\nD.', '11:1 Unexpected heading'],
  ],
  [
    '## Bread\n\n### Ingredients\n\nA.\n\n## Soup\n\n### Ingredients\n\nB.',
    '## Mill\n\n### Mill\n\nA.',
    '## A\n\n### B\n\n#### C\n\n##### Parts\n\nD.\n\n#### E\n\n##### Parts\n\nF.',
    '## ![A](a.png)\n\nA.\n\n## ![B](b.png)\n\nB.',
  ],
)
