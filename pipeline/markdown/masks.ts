const open = '\uFDD1'
const close = '\uFDD2'
/** What serialises mdast may write a letter beside emphasis as a reference. */
const mask = /(?:\uFDD1|&#xFDD1;)(\d+)(?:\uFDD2|&#xFDD2;)/g

/**
 * Pieces that are written as they stand: merge tags, and references where nothing else would do. While the rest is
 * escaped a mask stands for each, of noncharacters, which are letters to Markdown, as the parser's own masks are.
 */
export class Masks {
  readonly #sources: string[] = []

  /** What stands for the piece until `fill`. */
  mask(source: string): string {
    return open + (this.#sources.push(source) - 1) + close
  }

  /** The text with its pieces. */
  fill(text: string): string {
    return text.replace(mask, (_, index: string) => this.#sources[Number(index)] ?? '')
  }

  /** The string on one line: a line's end in an attribute or a title is written as a reference. */
  oneLine(text: string): string {
    return text.replace(/[\n\r]/g, sign => this.mask(`&#${sign.charCodeAt(0)};`))
  }
}
