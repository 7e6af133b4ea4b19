import { test } from 'vitest'
import { expectNothingAdded, seedsFrom } from './hostile/random-words.js'

test('twelve publications of random words: the elements and the headers stay as they are', () =>
  expectNothingAdded(seedsFrom(1, 12)))
