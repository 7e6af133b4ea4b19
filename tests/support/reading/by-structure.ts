import { fontsOf } from '../../../pipeline/bind/pdf/content/fonts.js'
import { readOperators, stringOperands } from '../../../pipeline/bind/pdf/content/operators.js'
import { type ContentStream, pageStreams, readStream } from '../../../pipeline/bind/pdf/content/streams.js'
import { listAt, name, nameAt, numberAt, textAt } from '../../../pipeline/bind/pdf/objects.js'
import {
  PDFDict,
  PDFDocument,
  PDFNumber,
  type PDFObject,
  type PDFRef,
} from '../../../pipeline/bind/pdf/pdf-lib.js'
import { structureRoot } from '../../../pipeline/bind/pdf/structure-tree.js'

/** The text of a PDF in the order of its structure, a line for each block, with texts that stand for others in their place. */
export async function readByStructure(bytes: Uint8Array): Promise<string> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  const texts = new Map<PDFRef, ReadonlyMap<number, string>>()
  const pages = pdf.getPages()
  for (const content of pageStreams(pdf)) {
    const page = pages[content.page - 1]
    if (page) texts.set(page.ref, textsOf(content))
  }
  const inline = new Set([
    'Span',
    'Link',
    'NonStruct',
    'Em',
    'Strong',
    'Reference',
    'Code',
    'Quote',
    'Formula',
  ])
  const read = (entry: PDFObject, page: PDFRef | undefined): string => {
    const kid = pdf.context.lookup(entry)
    if (kid instanceof PDFNumber) return (page && texts.get(page)?.get(kid.asNumber())) ?? ''
    if (!(kid instanceof PDFDict)) return ''
    const own = (kid.get(name('Pg')) as PDFRef | undefined) ?? page
    const mcid = numberAt(kid, 'MCID')
    if (mcid !== undefined) return (own && texts.get(own)?.get(mcid)) ?? ''
    const text =
      textAt(kid, 'ActualText') ??
      listAt(kid, 'K')
        .map(each => read(each, own))
        .join('')
    return inline.has(nameAt(kid, 'S') ?? '') ? text : `\n${text}\n`
  }
  const root = structureRoot(pdf)
  return root
    ? listAt(root, 'K')
        .map(kid => read(kid, undefined))
        .join('')
    : ''
}

/** What the content of each number shows. */
function textsOf(content: ContentStream): ReadonlyMap<number, string> {
  const source = readStream(content.stream)
  const fonts = fontsOf(content)
  const texts = new Map<number, string>()
  const marks: { readonly mcid: number | undefined; readonly isSpoken: boolean }[] = []
  const add = (text: string) => {
    const mcid = marks.findLast(mark => mark.mcid !== undefined)?.mcid
    if (mcid !== undefined) texts.set(mcid, (texts.get(mcid) ?? '') + text)
  }
  let font = ''
  for (const operator of readOperators(source)) {
    const written = source.slice(operator.start, operator.end)
    if (/^B[DM]C$/.test(operator.name)) {
      const [, mcid] = /\/MCID (\d+)/.exec(written) ?? []
      const [, spoken] = /ActualText\s*<FEFF([0-9A-F]*)>/i.exec(written) ?? []
      marks.push({ mcid: mcid === undefined ? undefined : Number(mcid), isSpoken: spoken !== undefined })
      if (spoken !== undefined) add(Buffer.from(spoken, 'hex').swap16().toString('utf16le'))
    } else if (operator.name === 'EMC') marks.pop()
    else if (operator.name === 'Tf') font = /\/(\S+)/.exec(written)?.[1] ?? ''
    else if (operator.name === 'Tj' && !marks.some(mark => mark.isSpoken))
      add(fonts.textOf(font, stringOperands(source, operator).join('')) ?? '?')
  }
  return texts
}
