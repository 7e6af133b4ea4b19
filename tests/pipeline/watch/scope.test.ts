import { describe, expect, test } from 'vitest'
import { defaultConfig } from '../../../pipeline/config/resolve.js'
import { placesOf } from '../../../pipeline/watch/places.js'
import { scopeOf } from '../../../pipeline/watch/scope.js'
import { memoryWorld } from '../../../pipeline/world-memory.js'

const config = defaultConfig('/home/me/.letters/tides')

async function scope(paths: readonly string[] = [], logo?: string) {
  const { files } = memoryWorld({
    files: { '/notes/mill.md': 'The mill.', '/home/me/.letters/tides/content/a.md': 'The tide.' },
  })
  const publication = { ...config.publication, ...(logo === undefined ? {} : { logo: { src: logo } }) }
  const request = {
    config: { ...config, publication },
    paths,
    formats: config.formats,
    cwd: config.root,
    outputDir: '/home/me/.letters/tides/dist',
  }
  return scopeOf(await placesOf(request, ['/home/me/.letters/tides/trifold.yaml'], files))
}

describe('of a publication', () => {
  test.each([
    ['content/a.md', true],
    ['content/a.markdown', true],
    ['content/pasted.txt', true],
    ['content/spring/issue.yaml', true],
    ['content/spring/images/deep/down/mill.PNG', true],
    ['trifold.yaml', true],
    ['mark.svg', true],
    ['content/a.md~', false],
    ['content/.a.md.swp', false],
    ['content/.#a.md', false],
    ['content/#a.md#', false],
    ['content/4913', false],
    ['content/a.md.tmp.12', false],
    ['content/.git/a.md', false],
    ['content/node_modules/read/README.md', false],
    ['dist/a/images/mill.png', false],
    ['other.yaml', false],
    ['README.md', false],
  ])('%s matters: %s', async (path, matters) => {
    expect((await scope([], 'mark.svg')).matters(`${config.root}/${path}`)).toBe(matters)
  })

  test('begins above the content folder, so that it may be removed and made anew', async () => {
    const { folders, wants } = await scope()
    expect(folders).toEqual([config.root])
    expect(wants(config.root)).toBe(true)
    expect(wants(config.contentDir)).toBe(true)
    expect(wants(`${config.root}/drafts`)).toBe(false)
  })

  test('whose logo is at another host watches no file for it', async () => {
    expect((await scope([], 'https://example.org/mark.svg')).folders).toEqual([config.root])
  })
})

describe('of an article outside the content folder', () => {
  test.each([
    ['/notes/mill.md', true],
    ['/notes/images/mill.png', true],
    ['/notes/images/deep/mill.png', false],
    ['/home/me/.letters/tides/content/a.md', false],
  ])('%s matters: %s', async (path, matters) => {
    expect((await scope(['/notes/mill.md'])).matters(path)).toBe(matters)
  })
})

test('of an article in it the whole content folder is watched, where its pictures may be', async () => {
  const { matters } = await scope([`${config.contentDir}/a.md`])
  expect(matters(`${config.contentDir}/images/mill.png`)).toBe(true)
})
