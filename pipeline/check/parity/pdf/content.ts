import { propertiesOf } from '../../../bind/pdf/content/mark-properties.js'
import { beginsMark, isArtifact, showsText } from '../../../bind/pdf/content/operator-names.js'
import { type Operator, readOperators, UnreadableContent } from '../../../bind/pdf/content/operators.js'
import { readStream } from '../../../bind/pdf/content/streams.js'
import { dictAt, listAt, nameAt, name as named } from '../../../bind/pdf/objects.js'
import { PDFDict, type PDFDocument, PDFRawStream, PDFRef } from '../../../bind/pdf/pdf-lib.js'
import { type FontText, fontText } from './font-text.js'

/** A number of marked content, and the page or form whose it is (ISO 32000-1, 14.7.4.2). */
export interface ContentMark {
  readonly holder: PDFRef
  readonly mcid: number
}

/** Is told what content shows, in the order in which it is painted. */
export interface Listener {
  /** A piece of text, and the innermost content with a number that it stands in. */
  text(text: string, mark: ContentMark | undefined): void
  /** An operator that begins text or moves to where the next is shown, with its operands as they are written. */
  moves?(operator: string, written: string): void
}

/** What is around a piece of content. */
interface Around {
  readonly mark: ContentMark | undefined
  /** Whether nothing is read here: it is an artifact, or a text was said in its place. */
  readonly isSilent: boolean
  /** Whether the letters of each string stand the last first (14.8.2.3.3). */
  readonly isReversed: boolean
  /** The forms that are being drawn: one that draws itself would be followed for ever. */
  readonly forms: readonly PDFRef[]
}

/** Forms inside one another, and forms drawn on a page, that are followed: each may draw the next several times. */
const most = { inside: 8, onPage: 10_000 }

const outside: Around = { mark: undefined, isSilent: false, isReversed: false, forms: [] }
const moving: ReadonlySet<string> = new Set(['BT', 'Td', 'TD', 'Tm', 'T*', "'", '"'])

/** Reads the content of a document's pages and forms. */
export class ContentReader {
  readonly #pdf: PDFDocument
  #drawn = 0

  constructor(pdf: PDFDocument) {
    this.#pdf = pdf
  }

  /**
   * Reads a page or a form, with the forms that it draws: all but artifacts (14.8.2.2), with the text of marked content
   * that has one of its own in place of what it shows (14.9.4). What is neither a page nor a form says nothing.
   *
   * @throws {UnreadableContent} as `readOperators` and `readStream` do, and on a page that draws forms ten thousand times.
   */
  read(ref: PDFRef, to: Listener): void {
    this.#drawn = 0
    const holder = this.#pdf.context.lookup(ref)
    if (holder instanceof PDFRawStream) this.#readForm(ref, holder, undefined, outside, to)
    if (!(holder instanceof PDFDict)) return
    const streams = listAt(holder, 'Contents').map(entry => this.#pdf.context.lookup(entry))
    // Several streams are read as one, with white space between them (7.8.2).
    const source = streams
      .map(stream => (stream instanceof PDFRawStream ? readStream(stream) : ''))
      .join('\n')
    this.#readSource(source, { ref, resources: this.#resourcesOf(holder) }, outside, to)
  }

  #readForm(ref: PDFRef, form: PDFRawStream, above: PDFDict | undefined, around: Around, to: Listener): void {
    const resources = dictAt(form.dict, 'Resources') ?? above
    this.#readSource(readStream(form), { ref, resources }, { ...around, forms: [...around.forms, ref] }, to)
  }

  #readSource(
    source: string,
    holder: { readonly ref: PDFRef; readonly resources: PDFDict | undefined },
    around: Around,
    to: Listener,
  ): void {
    const { ref, resources } = holder
    const fonts = dictAt(resources, 'Font')
    const left: Around[] = []
    let now = around
    let font: FontText | undefined
    for (const operator of readOperators(source)) {
      const { name } = operator
      if (to.moves && moving.has(name)) to.moves(name, source.slice(operator.start, operator.end))
      if (showsText.has(name)) {
        if (now.isSilent || !font) continue
        const text = font(source.slice(operator.start, operator.end))
        to.text(now.isReversed ? [...text].reverse().join('') : text, now.mark)
      } else if (name === 'Tf') font = fontText(dictAt(fonts, nameIn(source, operator)))
      else if (beginsMark.has(name)) {
        left.push(now)
        const written = source.slice(operator.start, operator.end)
        const { mcid, actualText } = propertiesOf(written, dictAt(resources, 'Properties'))
        const mark = mcid === undefined ? now.mark : { holder: ref, mcid }
        if (actualText !== undefined && !now.isSilent) to.text(actualText, mark)
        const isSilent = now.isSilent || actualText !== undefined || isArtifact(written)
        const isReversed = now.isReversed || written.startsWith('/ReversedChars')
        now = { ...now, mark, isSilent, isReversed }
      } else if (name === 'EMC') now = left.pop() ?? now
      else if (name === 'Do' && !now.isSilent) this.#draw(nameIn(source, operator), resources, now, to)
    }
  }

  #draw(called: string, resources: PDFDict | undefined, around: Around, to: Listener): void {
    const ref = dictAt(resources, 'XObject')?.get(named(called))
    if (!(ref instanceof PDFRef) || around.forms.includes(ref) || around.forms.length >= most.inside) return
    if (++this.#drawn > most.onPage) throw new UnreadableContent('A page that draws forms without end')
    const form = this.#pdf.context.lookup(ref)
    if (form instanceof PDFRawStream && nameAt(form.dict, 'Subtype') === 'Form')
      this.#readForm(ref, form, resources, around, to)
  }

  /** A page's own resources or those that it inherits (7.7.3.4). */
  #resourcesOf(page: PDFDict): PDFDict | undefined {
    const seen = new Set<PDFDict>()
    for (let node: PDFDict | undefined = page; node && !seen.has(node); node = dictAt(node, 'Parent')) {
      seen.add(node)
      const resources = dictAt(node, 'Resources')
      if (resources) return resources
    }
    return undefined
  }
}

/** The first name among an operator's operands, without its slash. */
const nameIn = (source: string, { start, end }: Operator): string =>
  /\/([^\s/<>[\]()]+)/.exec(source.slice(start, end))?.[1] ?? ''
