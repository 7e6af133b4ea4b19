import { expect, test } from 'vitest'
import { issueOfMany } from '../../support/issue-of-many.js'
import { anArticle } from '../../support/memory-publication.js'

test('one article of sixty that changes has its issue made again, of parts that are kept', async () => {
  const { publication, build } = await issueOfMany(60)
  const formats = ['email', 'epub', 'web'] as const
  expect(await build(formats)).toEqual({
    built: ['alone', 'whole'],
    read: 61,
    taken: {},
    made: { picture: 60, EPUBCheck: 2 },
  })
  await publication.write(
    'content/whole/n7.md',
    `${anArticle('N7')}More.\n\n![A mill by the water](n7.png)\n`,
  )
  // All are read and parsed for it: what is kept of them would save an eighth of the time.
  expect(await build(formats)).toEqual({
    built: ['whole'],
    read: 60,
    taken: { picture: 60 },
    made: { EPUBCheck: 1 },
  })
  expect(await build(formats)).toEqual({ built: [], read: 0, taken: {}, made: {} })
})
