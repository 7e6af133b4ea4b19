import {
  appendFileSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { scopeOf } from '../../../pipeline/watch/scope.js'
import { watchDisk } from '../../../pipeline/world/watch-disk.js'
import { temporaryFolder } from '../../support/cli.js'

const patience = { timeout: 10_000, interval: 10 }

/** Watches a publication's content folder, and gathers what is told. */
async function watched(prepare: (root: string, content: string) => void, poll?: number) {
  const root = temporaryFolder()
  const content = join(root, 'content')
  prepare(root, content)
  const { folders, wants, matters } = scopeOf({
    trees: [content],
    near: [],
    files: [join(root, 'trifold.yaml')],
    except: [join(root, 'dist')],
  })
  const told: string[] = []
  const errors: Error[] = []
  const watcher = await watchDisk({
    folders,
    wants,
    poll,
    changed: path => matters(path) && told.push(path.slice(root.length + 1)),
    failed: error => errors.push(error),
  })
  onTestFinished(async () => {
    await watcher.close()
    expect(errors).toEqual([])
  })
  return {
    root,
    article: join(content, 'a.md'),
    content,
    told,
    /** Waits until a path is told that was not told since the last call, and forgets all. */
    async tells(path: string) {
      await vi.waitFor(() => expect(told).toContain(path), patience)
      // What belongs to the same save is told with it.
      await setTimeout(60)
      told.length = 0
    },
  }
}

const withArticle = (_: string, content: string) => {
  mkdirSync(content)
  writeFileSync(join(content, 'a.md'), 'One')
}

test('tells of a file that is written over, again and again', async () => {
  const { article, tells } = await watched(withArticle)
  for (const text of ['Two', 'Three', 'Four']) {
    writeFileSync(article, text)
    await tells('content/a.md')
  }
})

test('tells of the second of two changes that come one soon after the other', async () => {
  const { article, told } = await watched(withArticle)
  writeFileSync(article, '')
  await vi.waitFor(() => expect(told).toContain('content/a.md'), { ...patience, interval: 1 })
  await setTimeout(20)
  told.length = 0
  appendFileSync(article, 'Two')
  await vi.waitFor(() => expect(told).toContain('content/a.md'), patience)
})

test('tells of a file that another is moved onto, and of what is then written to that', async () => {
  const { article, content, tells } = await watched(withArticle)
  for (const text of ['Two', 'Three']) {
    writeFileSync(join(content, 'sedA1b2'), text)
    renameSync(join(content, 'sedA1b2'), article)
    await tells('content/a.md')
  }
  writeFileSync(article, 'Four')
  await tells('content/a.md')
})

test('tells of a save as vim does it: the old file moved away, a new one in its place', async () => {
  const { article, content, tells } = await watched(withArticle)
  for (const text of ['Two', 'Three']) {
    writeFileSync(join(content, '4913'), '')
    unlinkSync(join(content, '4913'))
    renameSync(article, `${article}~`)
    writeFileSync(article, text)
    unlinkSync(`${article}~`)
    await tells('content/a.md')
  }
})

test('does not tell of what editors leave beside a file, nor of what nobody publishes', async () => {
  const { root, article, content, told, tells } = await watched((root, content) => {
    withArticle(root, content)
    mkdirSync(join(content, 'node_modules'))
    mkdirSync(join(root, 'dist'))
  })
  symlinkSync('someone@somewhere.1:2', join(content, '.#a.md'))
  for (const name of ['.a.md.swp', 'a.md~', '#a.md#', '4913', 'sedA1b2', '.git', 'a.md.tmp', '~$a.docx'])
    writeFileSync(join(content, name), 'x')
  writeFileSync(join(content, 'node_modules', 'read.md'), 'x')
  writeFileSync(join(root, 'dist', 'a.md'), 'x')
  writeFileSync(join(root, 'other.md'), 'x')
  await setTimeout(100)
  expect(told).toEqual([])
  writeFileSync(article, 'Two')
  await tells('content/a.md')
})

test('tells of files that come and go, in folders that come and go', async () => {
  const { article, content, tells, root } = await watched(withArticle)
  mkdirSync(join(content, 'issue', 'images'), { recursive: true })
  writeFileSync(join(content, 'issue', 'issue.yaml'), 'title: Spring')
  writeFileSync(join(content, 'issue', 'images', 'mill.png'), 'x')
  await tells('content/issue/images/mill.png')
  writeFileSync(join(content, 'issue', 'images', 'mill.png'), 'y')
  await tells('content/issue/images/mill.png')
  rmSync(join(content, 'issue'), { recursive: true })
  await tells('content/issue/issue.yaml')
  unlinkSync(article)
  await tells('content/a.md')
  writeFileSync(join(root, 'trifold.yaml'), 'name: Slack Water')
  await tells('trifold.yaml')
})

test('goes on where the content folder is removed and made anew', async () => {
  const { article, content, tells } = await watched(withArticle)
  rmSync(content, { recursive: true })
  await tells('content/a.md')
  mkdirSync(content)
  writeFileSync(article, 'Two')
  await tells('content/a.md')
  writeFileSync(article, 'Three')
  await tells('content/a.md')
})

test('waits for a content folder that is not there yet', async () => {
  const { article, content, tells } = await watched(() => undefined)
  mkdirSync(content)
  writeFileSync(article, 'One')
  await tells('content/a.md')
})

test('follows a content folder that is a link', async () => {
  const { article, root, tells } = await watched((root, content) => {
    mkdirSync(join(root, 'elsewhere'))
    writeFileSync(join(root, 'elsewhere', 'a.md'), 'One')
    symlinkSync('elsewhere', content)
  })
  writeFileSync(article, 'Two')
  await tells('content/a.md')
  writeFileSync(join(root, 'elsewhere', 'new'), 'Three')
  renameSync(join(root, 'elsewhere', 'new'), join(root, 'elsewhere', 'a.md'))
  await tells('content/a.md')
})

test('looks for changes where the disk does not tell of them', async () => {
  const { article, content, tells } = await watched(withArticle, 50)
  writeFileSync(article, 'Two, which is longer')
  utimesSync(article, new Date(), new Date(Date.now() + 5_000))
  await tells('content/a.md')
  writeFileSync(join(content, 'b.md'), 'One')
  await tells('content/b.md')
  unlinkSync(article)
  await tells('content/a.md')
})
