import { emsGiven } from '../../../../templates/epub/formulas.js'
import { type BookFinding, type BookRule, elementsIn } from '../checked-book.js'

/**
 * Ems of a formula that an e-reader of six inches shows in letters that can be read: it has 44 letters in a line
 * (templates/epub/tables/size.ts), and cannot scroll.
 */
const widest = 40

/** A formula is not so wide that e-readers cut it off. */
export const epubFormula: BookRule = ({ book }) =>
  book.documents.flatMap(document =>
    [...elementsIn(document.body, 'math'), ...elementsIn(document.body, 'img')].flatMap(
      (at): BookFinding[] => {
        const width = emsGiven(at) ?? 0
        if (width <= widest) return []
        const reason = `Unexpected formula of ${Math.round(width)} ems in a line, expected at most ${widest}: an e-reader cuts it off, or shows it too small to be read; break it into lines, with \`aligned\` say`
        return [{ reason, at, document }]
      },
    ),
  )
