import { standardTypeOf } from '../../../bind/pdf/check/standard-types.js'
import { listAt, name, nameAt, numberAt, textAt } from '../../../bind/pdf/objects.js'
import { PDFDict, type PDFDocument, PDFNumber, type PDFObject, PDFRef } from '../../../bind/pdf/pdf-lib.js'
import type { Reading } from '../reading.js'
import { ContentReader } from './content.js'
import { apart } from './lines.js'
import { addressOf } from './links.js'

/** What holds of everything in an element. */
interface Around {
  /** The nearest element around that has a meaning, by its standard type. */
  readonly type: string | undefined
  /** The page whose content numbers are meant. */
  readonly page: PDFRef | undefined
  /** Whether another text was said in its place; links are there all the same. */
  readonly isSilent: boolean
  /** The addresses of the link around, which has an annotation for each line that it goes over. */
  readonly link: Set<string>
}

interface Kid {
  readonly object: PDFObject
  readonly around: Around
}

/** Reads the tree of a tagged file in its order (ISO 32000-1, 14.7.2 and 14.8.2.3), each element once. */
export function readByStructure(pdf: PDFDocument, root: PDFDict): Reading {
  const standard = standardTypeOf(pdf)
  const content = contentTexts(pdf)
  const parts: string[] = []
  const links: string[] = []
  // An element that holds itself would be read for ever.
  const seen = new Set<PDFDict>()
  // What is to be read, the next at the end: a tree may be deeper than a call may go. A text is said as it is.
  const ahead: (Kid | string)[] = []
  const put = (dict: PDFDict, around: Around) => {
    for (const object of listAt(dict, 'K').reverse()) ahead.push({ object, around })
  }

  const readElement = (dict: PDFDict, type: string, around: Around) => {
    if (seen.has(dict)) return
    seen.add(dict)
    const own = dict.get(name('Pg'))
    const said = textAt(dict, 'ActualText') ?? spoken(textAt(dict, 'Alt'))
    if (said !== undefined && !around.isSilent) parts.push(said)
    const end = around.isSilent ? '' : apart(type, around.type)
    parts.push(end)
    ahead.push(end)
    put(dict, {
      type: type === 'NonStruct' ? around.type : type,
      page: own instanceof PDFRef ? own : around.page,
      isSilent: around.isSilent || said !== undefined,
      link: type === 'Link' ? new Set() : around.link,
    })
  }

  const readLink = (annotation: PDFObject | undefined, { link }: Around) => {
    const address = annotation instanceof PDFDict ? addressOf(annotation) : undefined
    if (address === undefined || link.has(address)) return
    link.add(address)
    links.push(address)
  }

  put(root, { type: undefined, page: undefined, isSilent: false, link: new Set() })
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (typeof next === 'string') {
      parts.push(next)
      continue
    }
    const { around } = next
    const kid = pdf.context.lookup(next.object)
    if (kid instanceof PDFNumber) {
      if (!around.isSilent) parts.push(content(around.page, kid.asNumber()))
    } else if (kid instanceof PDFDict) {
      const type = nameAt(kid, 'S')
      const mcid = numberAt(kid, 'MCID')
      if (type !== undefined) readElement(kid, standard(type) ?? type, around)
      else if (mcid === undefined) readLink(kid.lookup(name('Obj')), around)
      else if (!around.isSilent)
        parts.push(content(kid.get(name('Stm')) ?? kid.get(name('Pg')) ?? around.page, mcid))
    }
  }
  return { text: parts.join(''), links }
}

/** An alternative text as it is said: apart from the words beside it. An empty one says nothing of what it stands for. */
const spoken = (alt: string | undefined): string | undefined => (alt?.trim() ? ` ${alt} ` : undefined)

/** The text of each numbered content of a page or form, which is read when it is first asked for. */
function contentTexts(pdf: PDFDocument): (holder: PDFObject | undefined, mcid: number) => string {
  const reader = new ContentReader(pdf)
  const known = new Map<PDFRef, ReadonlyMap<number, string>>()
  const textsOf = (holder: PDFRef) => {
    const texts = new Map<number, string>()
    reader.read(holder, {
      text(text, mark) {
        // A form's numbers are its own, and it is asked for by itself.
        if (mark?.holder === holder) texts.set(mark.mcid, (texts.get(mark.mcid) ?? '') + text)
      },
    })
    known.set(holder, texts)
    return texts
  }
  return (holder, mcid) =>
    holder instanceof PDFRef ? ((known.get(holder) ?? textsOf(holder)).get(mcid) ?? '') : ''
}
