import { expect, test } from 'vitest'
import type { Build } from '../../../../pipeline/send/build.js'
import { mostOfRequest, sentBuild } from '../../../../pipeline/send/remote/build-on-the-way.js'

/** A build as far as it is looked at before it leaves. */
const buildOf = (sizes: readonly number[]) =>
  ({
    digest: '0'.repeat(64),
    files: new Map(sizes.map((size, at) => [`images/${at}.png`, new Uint8Array(size)])),
    // The rest stays here.
  }) as unknown as Build

const megabyte = 1024 * 1024

test('a build as large as it may be is a request that is taken', () => {
  const sent = sentBuild(buildOf([20 * megabyte, 10 * megabyte]))
  const base64 = sent.files.reduce((sum, file) => sum + file.base64.length, 0)
  expect(base64).toBeGreaterThan(30 * megabyte)
  expect(JSON.stringify(sent).length).toBeLessThan(mostOfRequest)
})

test('a larger one, or one of more files, stays where it is', () => {
  expect(() => sentBuild(buildOf([20 * megabyte, 10 * megabyte, 1]))).toThrow(
    'The build has 3 files of 31457281 bytes in all, expected 500 files of 31457280 bytes at most',
  )
  expect(() => sentBuild(buildOf(Array.from({ length: 501 }, () => 1)))).toThrow('501 files')
})
