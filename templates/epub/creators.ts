import type { Author } from '../../pipeline/article.js'
import { editorsOf } from '../html/people.js'
import type { Rendering } from '../rendering.js'
import { nameFileAs } from './file-as.js'
import type { Creator } from './package/book.js'
import { relatorOf } from './roles.js'

/**
 * Each person once for what they did, in the order of the articles; who edits comes last: the issue's editors, else the
 * publication's. An editor's letter makes nobody an author.
 */
export function creatorsOf({ issue, publication }: Rendering): readonly Creator[] {
  const named = editorsOf(issue)
  const editors = new Set(named.map(({ name }) => name))
  const people = issue.articles.flatMap(({ meta, letter }) =>
    meta.authors
      .filter(({ name }) => !letter || !editors.has(name))
      .map(author => ({
        ...creatorOf(author, relatorOf(author.role), meta.lang),
        ...(meta.lang === issue.lang ? {} : { lang: meta.lang }),
      })),
  )
  const { editor, lang } = publication
  const edited =
    named.length > 0
      ? named.map(author => creatorOf(author, editorsRole(author), issue.lang))
      : editor
        ? [creatorOf({ name: editor }, 'edt', lang)]
        : []
  const known = new Set<string>()
  return [...people, ...edited].filter(({ name, role }) => {
    const key = `${role} ${name}`
    return known.size < known.add(key).size
  })
}

/** Who is named among the editors edited it, unless a word says what else they did. */
const editorsRole = ({ role }: Author): string => {
  const code = relatorOf(role)
  return code === 'aut' ? 'edt' : code
}

const creatorOf = ({ name, sortName }: Author, role: string, lang: string): Creator => ({
  name,
  ...fileAs(sortName ?? nameFileAs(name, lang)),
  role,
})

const fileAs = (name: string | undefined) => (name ? { fileAs: name } : {})
