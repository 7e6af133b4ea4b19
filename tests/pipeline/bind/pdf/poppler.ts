import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a tool of poppler says of a PDF. */
export function poppler(
  tool: 'pdffonts' | 'pdfinfo' | 'pdftotext' | 'pdfimages',
  bytes: Uint8Array,
  ...flags: string[]
): string {
  const folder = mkdtempSync(join(tmpdir(), 'trifold-pdf-'))
  try {
    const file = join(folder, 'print.pdf')
    writeFileSync(file, bytes)
    const output = tool === 'pdftotext' ? ['-'] : []
    return execFileSync(tool, [...flags, file, ...output], { encoding: 'utf8' })
  } finally {
    rmSync(folder, { recursive: true })
  }
}
