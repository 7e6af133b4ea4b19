import type { Quotes } from '../../../../pipeline/read/text/quotations.js'
import { blocksOf, type Marked, markedIn, pasteOf, pastes, read } from './pastes.js'

/** How often a type was found where it is (right), where it is not (wrong), and not found where it is (missed). */
export interface Score {
  right: number
  wrong: number
  missed: number
}

/** Counts by type over texts: a block is right if it begins on the line, and is of the type, that the marked one has. */
export function scoreOf(
  texts: readonly { text: string; marked: Pick<Marked, 'blocks'> }[],
  quotes: Quotes,
): { scores: Map<string, Score>; errors: string[] } {
  const scores = new Map<string, Score>()
  const errors: string[] = []
  const of = (type: string) => {
    const score = scores.get(type) ?? { right: 0, wrong: 0, missed: 0 }
    scores.set(type, score)
    return score
  }
  for (const { text, marked } of texts) {
    const made = new Map(blocksOf(text, quotes).map(({ lines, kind }) => [lines[0].number, kind]))
    for (const { line, type } of marked.blocks) {
      const found = made.get(line)
      if (found === type) of(type).right++
      else {
        of(type).missed++
        errors.push(`line ${line}: ${type}, taken for ${found ?? 'part of another'}`)
      }
    }
    const there = new Map(marked.blocks.map(({ line, type }) => [line, type]))
    for (const [line, kind] of made) if (there.get(line) !== kind) of(kind).wrong++
  }
  return { scores, errors }
}

/** The values of the front matter that are as marked, of all that are marked or made. */
export function frontMatterScore(): { right: number; of: number; errors: string[] } {
  let right = 0
  let all = 0
  const errors: string[] = []
  for (const name of pastes) {
    const { frontMatter: made } = read(pasteOf(name)).source
    const { frontMatter: marked } = markedIn(name)
    const authors = (list: readonly { name: string; role?: string; affiliation?: string }[]) =>
      list.map(each => [each.name, each.role ?? '', each.affiliation ?? ''].join(' / ')).join(' + ')
    const values: [string, unknown, unknown][] = [
      ['title', marked.title, made.title],
      ['standfirst', marked.standfirst, made.standfirst],
      ['date', marked.date ?? undefined, made.date],
      ['lang', marked.lang, made.lang],
      ['authors', authors(marked.authors), authors(made.authors)],
      ['source', marked.source?.name, made.source?.name],
    ]
    for (const [key, is, found] of values) {
      if (is === undefined && found === undefined) continue
      all++
      if (is === found) right++
      else errors.push(`${name} ${key}: ${JSON.stringify(is)}, found ${JSON.stringify(found)}`)
    }
  }
  return { right, of: all, errors }
}
