import { dictAt, numberAt, textAt } from '../objects.js'
import { type PDFDict, PDFHexString, PDFString } from '../pdf-lib.js'

/** What a piece of marked content says of itself (ISO 32000-1, 14.6.2). */
export interface MarkProperties {
  readonly mcid?: number | undefined
  /** The text that stands in place of what it shows (14.9.4). */
  readonly actualText?: string | undefined
}

const none: MarkProperties = {}
const number = /\/MCID\s+(\d+)/
const replacement = /\/ActualText\s*(?:<([0-9A-F\s]*)>|(\((?:\\[\s\S]|[^\\)])*\)))/i
const resource = /^\/\S+\s+\/([^\s/<>[\]()]+)\s+BDC$/

/** Reads the operands of `BDC` or `BMC`: a dictionary that is written there, or the name of one among the resources. */
export function propertiesOf(written: string, properties: PDFDict | undefined): MarkProperties {
  if (!written.includes('<<')) {
    const [, called] = resource.exec(written) ?? []
    const dict = called === undefined ? undefined : dictAt(properties, called)
    return dict ? { mcid: numberAt(dict, 'MCID'), actualText: textAt(dict, 'ActualText') } : none
  }
  const [, mcid] = number.exec(written) ?? []
  if (!written.includes('/ActualText')) return mcid === undefined ? none : { mcid: Number(mcid) }
  const [, hex, literal] = replacement.exec(written) ?? []
  const actualText =
    hex !== undefined
      ? PDFHexString.of(hex.replace(/\s/g, '')).decodeText()
      : literal !== undefined
        ? PDFString.of(literal.slice(1, -1)).decodeText()
        : undefined
  return { mcid: mcid === undefined ? undefined : Number(mcid), actualText }
}
