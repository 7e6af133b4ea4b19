import { expect, test } from 'vitest'
import { slugOf } from '../../../../pipeline/cli/sending/find-build.js'

test.each([
  ['high-water', 'high-water'],
  ['v1.2', 'v1.2'],
  ['content/v1.2.md', 'v1.2'],
  ['content/High Water.md', 'High-Water'],
  ['content/spring/issue.yaml', 'spring'],
  ['content/spring/', 'spring'],
  ['dist/v1.2', 'v1.2'],
])('%s is the issue %s', (written, slug) => {
  expect(slugOf(written)).toBe(slug)
})
