import { expect, test } from 'vitest'
import { editedAndBuilt } from '../../support/edited-and-built.js'

test('a build after any edit is as if there had been none before', async () => {
  const { issues, upToDate } = await editedAndBuilt(1, 20)
  // A cache that is never right proves nothing.
  expect(upToDate).toBeGreaterThan(issues / 4)
})
