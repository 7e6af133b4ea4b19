import { test } from 'vitest'
import { expectRandomMessages } from '../pipeline/send/compose/random-messages.js'

test.each(Array.from({ length: 20 }, (_, index) => 100 + index))(
  'random messages of seed %i are what a mail composer says',
  seed => expectRandomMessages(seed, 100),
)
