import { examplesOf, withFront } from './examples.js'

examplesOf(
  'standfirst-long',
  [[withFront(`description: ${'Words '.repeat(60)}`), '2:14 Unexpected `description` of 359 characters']],
  [withFront(`description: ${'Words '.repeat(50)}`), 'Words.'],
)
