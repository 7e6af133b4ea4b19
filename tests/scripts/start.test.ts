import { expect, test } from 'vitest'
import { filesToOpen } from '../../scripts/start/files.mjs'

test('the files to open, by issue and in the order of the formats', () => {
  const paths = [
    'b/b.pdf',
    'a/report.json',
    'a/a.epub',
    'a/email.html',
    'a/email.txt',
    'a/images',
    'b/index.html',
    'index.html',
    'feed.xml',
  ]
  expect(filesToOpen(paths.map(path => `dist/${path}`))).toEqual([
    '',
    'Open:',
    '  dist/index.html    all issues',
    '  dist/a/email.html  the email, in any browser',
    '  dist/a/a.epub      the EPUB, in any e-reader',
    '  dist/b/b.pdf       the PDF',
    '  dist/b/index.html  the web page',
  ])
})

test('nothing to open, nothing said', () => {
  expect(filesToOpen([])).toEqual([])
  expect(filesToOpen(['dist/a/report.json'])).toEqual([])
})
