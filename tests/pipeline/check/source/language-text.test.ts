import { examplesOf, withFront } from './examples.js'

const german =
  'Die Mühle steht am Ende der Straße, und das Wasser ist nicht mehr so hoch wie in den Jahren, als sie noch gemahlen hat. Der Müller und seine Frau haben sie mit den Kindern verlassen, und nach dem Krieg ist keiner mehr zurückgekommen. Das Dach ist im Winter nach dem Sturm auf den Boden gefallen, und die Steine des Mahlwerks liegen noch da, wo sie immer waren. Wer heute über die Brücke kommt, der sieht von der Mühle nicht viel mehr als die Mauer und das Rad.'
const english =
  'The mill stands at the end of the road, and the water is not as high as it was in the years when it ground the corn of the whole parish. The miller and his wife left it with the children, and after the war no one came back. The roof fell in the winter after the storm, and the stones are still there where they have been for three hundred years. Who comes over the bridge now sees little more of it than the wall to the brook and the wheel that has not turned since.'
const russian =
  'Мельница стоит в конце дороги, и вода теперь не так высока, как в те годы, когда она ещё молола зерно всего прихода. Мельник с женой и детьми ушли из неё, и после войны никто не вернулся. Крыша упала зимой после бури, и камни лежат там, где лежали триста лет.'
const swedish =
  'Kvarnen står vid vägens slut, och vattnet är inte så högt som det var på den tiden då den malde hela socknens säd. Mjölnaren och hans hustru lämnade den med barnen, och efter kriget var det ingen som kom tillbaka. Taket föll in på vintern efter stormen, och stenarna ligger kvar där de har legat i tre hundra år. Den som kommer över bron ser inte mycket mer av den än muren mot bäcken och hjulet som inte har rört sig sedan dess, och som är det enda som är kvar av det hela.'

examplesOf(
  'language-text',
  [
    [
      withFront('lang: en', russian),
      '2:7 Unexpected text in Cyrillic letters in an article whose language is `en` (English)',
    ],
    [german, 'Unexpected text in German in an article whose language is `en-GB` (British English)'],
    [withFront('lang: de', english), 'expected `lang: en` in the front matter'],
    // Northern Sami, where the code of Sweden was meant.
    [withFront('lang: se', swedish), 'Unexpected text in Swedish'],
    [withFront('lang: uk-UK', english), 'Unexpected text in Latin letters'],
  ],
  [
    english,
    withFront('lang: de', german),
    withFront('lang: ru', russian),
    // Quoted, and said to be in another language; code; a note.
    `${english}\n\n<blockquote lang="de">\n\n${german}\n\n${german}\n\n</blockquote>`,
    `${english}\n\n\`\`\`\n${russian}\n${russian}\n\`\`\``,
    `${english}[^1]\n\n[^1]: ${russian} ${russian}`,
    // Of languages that are not told apart, and scripts that are named, nothing is said.
    withFront('lang: nds', german),
    withFront('lang: sr', english),
    withFront('lang: ru-Latn', english),
    withFront('lang: no', swedish),
    // Too short to be judged.
    'Die Mühle ist nicht mehr da.',
    'Мельница стоит.',
  ],
)
