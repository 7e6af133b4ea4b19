import { examplesOf, withFront } from './examples.js'

examplesOf(
  'image-alt-wording',
  [
    ['![An image of a mill](mill.png)', '1:1 Unexpected `An image of` at the beginning'],
    ['![Photo showing the race](mill.png)', 'Unexpected `Photo showing`'],
    [withFront('lang: de', '![Foto von der Mühle](m.png)'), 'Unexpected `Foto von`'],
    [withFront('lang: fr', '![Photo d’une roue](m.png)'), 'Unexpected `Photo d’une`'],
    [withFront('lang: es', '![Una imagen de la rueda](m.png)'), 'Unexpected `Una imagen de la`'],
    ['![The mill at low tide](mill.png "The mill at low tide.")', 'says what the caption says'],
    [`![${'Words '.repeat(70)}](mill.png)`, 'alternative text of 420 characters'],
  ],
  [
    '![The mill at low tide](mill.png "The mill in 1911")',
    '![Drawing of the wheel](mill.png)',
    '![Map of the estuary](mill.png)',
    '![Carved image of a saint above the door](mill.png)',
    withFront('lang: fr', '![Photo de classe](m.png)'),
    withFront('lang: fi', '![Photo of a mill](m.png)'),
    // Of several, the caption is of all.
    ':::figure{caption="The wheel"}\n![The wheel](a.png)\n\n![The race](b.png)\n:::',
    '![](mill.png "The mill")',
    `![${'Words '.repeat(60)}](mill.png)`,
  ],
)
