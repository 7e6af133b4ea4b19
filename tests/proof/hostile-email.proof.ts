import { test } from 'vitest'
import { expectNothingAdded, seedsFrom } from '../end-to-end/hostile/random-words.js'

test('another thousand publications of random words: the elements and the headers stay as they are', () =>
  expectNothingAdded(seedsFrom(13, 1040)))
