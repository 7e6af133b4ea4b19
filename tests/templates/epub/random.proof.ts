import { test } from 'vitest'
import { batches, expectValid, seeds } from './random-valid.js'

/** What `random.test.ts` does, with the books that it leaves out. */
test.each(batches(seeds.slice(60), 6))(
  'whatever the vocabulary allows is valid: random books from seed %i on',
  async (...batch) => expectValid(batch),
)
