import { execFileSync, spawnSync } from 'node:child_process'
import { TestRunner } from 'vitest'

type Tool = 'pdffonts' | 'pdfimages' | 'pdfinfo' | 'pdftoppm' | 'pdftotext'

const isThere = spawnSync('pdftotext', ['-v']).error === undefined

/**
 * What a tool of poppler says of a PDF, a file's path or its bytes. Where poppler is not installed, the test that asks
 * is skipped and its report says why.
 */
export function poppler(tool: Tool, pdf: Uint8Array | string, ...flags: string[]): string {
  return popplerBytes(tool, pdf, ...flags).toString('utf8')
}

/** The same, where the answer is a picture. */
export function popplerBytes(tool: Tool, pdf: Uint8Array | string, ...flags: string[]): Buffer {
  if (!isThere) skipTest('poppler is not installed (Debian: poppler-utils)')
  const isPath = typeof pdf === 'string'
  const output = tool === 'pdftotext' ? ['-'] : []
  return execFileSync(tool, [...flags, isPath ? pdf : '-', ...output], {
    ...(isPath ? {} : { input: pdf }),
    maxBuffer: 256 * 1024 * 1024,
  })
}

function skipTest(reason: string): never {
  const test = TestRunner.getCurrentTest()
  if (!test) throw new Error(`${reason}, and a hook cannot be skipped`)
  return test.context.skip(reason)
}
