import { examplesOf, withFront } from './examples.js'

examplesOf(
  'image-alt',
  [
    ['![](mill.png)', '1:1 Unexpected image without alternative text'],
    ['Words ![  ](mill.png) words.', '1:7 Unexpected image'],
    [withFront('cover: mill.png'), '2:8 cover: the picture has no alternative text'],
  ],
  [
    '![A mill](mill.png)',
    withFront('cover: { src: mill.png, alt: A mill }'),
    withFront('cover: { src: mill.png, alt: "" }'),
  ],
)
