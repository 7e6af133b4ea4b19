import { test } from 'vitest'
import { expectRandomMessages } from './random-messages.js'

test.each([1, 2, 3])('random messages of seed %i are what a mail composer says', seed =>
  expectRandomMessages(seed, 30),
)
