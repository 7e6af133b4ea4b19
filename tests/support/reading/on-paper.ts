import type { ArticleRoot } from '../../../pipeline/article.js'
import { saidBy } from '../../../pipeline/check/parity/passages.js'
import { lostIn } from './lost.js'

/**
 * What poppler's \`pdftotext\` does not read of an article: each word, wherever it is, for it goes by the place on the paper
 * and puts cells and columns where they stand. Of scripts that run from the right it finds the letters. In which order a
 * PDF is read is told by its structure.
 */
export const lostOnPaper = (text: string, tree: ArticleRoot): string[] =>
  lostIn(
    text,
    saidBy(tree, 'pdf')
      .passages.filter(({ isAlternative }) => !isAlternative)
      .map(passage => ({ ...passage, as: guessed(passage.text) ? 'letters' : 'words' })),
    'text',
  )

/** Where words of a script from the right begin and end is guessed, and to which line a sign by itself belongs. */
const guessed = (text: string) =>
  /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text) || !/[\p{L}\p{N}]/u.test(text)
