import { fromHtml } from 'hast-util-from-html'
import type { Report } from '../../messages.js'
import { readFrontMatter } from '../../parse/front-matter.js'
import { keysAsBlock } from '../../parse/front-matter-block.js'
import type { ParsedSource, ParseOptions } from '../../parse/parse.js'
import { isZip, unzip, ZipRefused } from '../zip.js'
import { settleDocument } from './document.js'
import { documentProperties } from './properties.js'
import { styleMap } from './style-map.js'

/**
 * A Word file (.docx) as an article's HTML: headings, lists, tables, notes, pictures and what the file says of itself.
 * Its pictures are `data:` addresses. Undefined, with a message, for what is no such file.
 */
export async function readDocx(
  bytes: Uint8Array,
  options: ParseOptions,
  report: Report,
): Promise<ParsedSource | undefined> {
  const files = unpacked(bytes, report)
  if (!files) return undefined
  const html = await converted(files, report)
  if (html === undefined) return undefined
  const hast = fromHtml(html, { fragment: true })
  const head = settleDocument(hast)
  const keys = { ...documentProperties(files), ...head }
  const { lang, slug } = options
  return { frontMatter: readFrontMatter(keysAsBlock(keys), { lang, slug }, report), hast, tags: [] }
}

function unpacked(bytes: Uint8Array, report: Report): Map<string, Uint8Array> | undefined {
  const refuse = (reason: string) => {
    report('article-unreadable', `Unexpected file, ${reason}`)
    return undefined
  }
  // A file with a password, and one of Word 97, are OLE compound files (MS-CFB, 2.2).
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    return refuse('a Word document with a password or of before 2007; expected .docx: save it as one')
  if (!isZip(bytes)) return refuse('which is no Word document; expected .docx')
  try {
    const files = unzip(bytes)
    if (files.has('word/vbaProject.bin'))
      return refuse('a Word document with macros; expected one without: save it as .docx')
    if (!files.has('word/document.xml')) return refuse('a ZIP without a Word document; expected .docx')
    return files
  } catch (error) {
    if (error instanceof ZipRefused) return refuse(`a Word document that is not opened: ${error.message}`)
    throw error
  }
}

async function converted(
  files: ReadonlyMap<string, Uint8Array>,
  report: Report,
): Promise<string | undefined> {
  const [{ default: mammoth }, { zipSync }] = await Promise.all([import('mammoth'), import('fflate')])
  // Packed anew from what was unpacked within bounds: the reader unpacks whatever it is given.
  const safe = zipSync(Object.fromEntries(files), { level: 0 })
  try {
    const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(safe) }, { styleMap })
    reportLost(messages, report)
    return value
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error)
    report(
      'article-unreadable',
      `Unexpected Word document that cannot be read: ${why}; save it anew as .docx`,
    )
    return undefined
  }
}

/** Styles that have no place here, each once, and what else was left out. */
function reportLost(messages: readonly { readonly message: string }[], report: Report): void {
  const styles = new Set<string>()
  const others = new Set<string>()
  for (const { message } of messages) {
    const style = /^Unrecognised (?:paragraph|run|table) style: '?(.*?)'? \(Style ID/.exec(message)?.[1]
    if (style) styles.add(style)
    else others.add(message)
  }
  if (styles.size > 0) {
    const names = [...styles].map(name => `“${name}”`).join(', ')
    report(
      'import-style',
      `Unexpected Word styles ${names}, which have no place in an article; their text is kept as paragraphs`,
    )
  }
  for (const message of others)
    report('import-dropped', `Unexpected part of the Word document, left out: ${message}`)
}
