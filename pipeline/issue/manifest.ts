import type { Position } from 'unist'
import type { EmailForm, FrontMatterPlaces } from '../article.js'
import type { Report } from '../messages.js'
import {
  type FrontMatter,
  type FrontMatterDefaults,
  frontMatterOf,
  inOrderOfPlace,
} from '../parse/front-matter.js'
import { isMap, readBlock, type WrittenKeys } from '../parse/front-matter-block.js'
import { articleKeys, underOwnNames } from '../parse/front-matter-keys.js'
import { checkValues, pathName } from '../parse/value-faults.js'
import type { PlainMap } from '../parse/yaml-places.js'
import { manifestKeys, manifestValues } from './manifest-values.js'

/** An article of an issue, as `issue.yaml` lists it. */
export interface ListedArticle {
  /** Its name in the folder. */
  readonly file: string
  readonly email: EmailForm
  readonly section?: string
  readonly letter?: true
  /** Where it is listed. */
  readonly place?: Position
}

/** What `issue.yaml` says. */
export interface Manifest {
  readonly meta: FrontMatter
  readonly places: FrontMatterPlaces
  /** The articles in their order, the editor's letter first; undefined where it lists none: all that lie beside it. */
  readonly articles: readonly ListedArticle[] | undefined
  readonly letter: ListedArticle | undefined
  /** What an email has of articles that are not listed by themselves. */
  readonly email: EmailForm
}

const names = Object.entries({ ...articleKeys, ...manifestKeys }).flat(2)

/**
 * Reads `issue.yaml`: the keys of an article's front matter, for the issue as a whole, and which articles it has. Its
 * editors are the authors. What is at fault has a message and is left out.
 */
export function readManifest(text: string, defaults: FrontMatterDefaults, report: Report): Manifest {
  return inOrderOfPlace(report, gather => {
    const start = { line: 0, column: 1, offset: 0 }
    const position = { start, end: start }
    const written = readBlock({ syntax: 'yaml', value: text, position }, names, gather)
    const { own, rest } = divided(written, gather)
    const places: Record<string, Position> = Object.create(null)
    const meta = frontMatterOf(rest, undefined, defaults, gather, places)
    const { data, faults } = checkValues(manifestValues, own)
    const placeOf = (path: readonly PropertyKey[]) => written?.places.at(own, path)?.value
    for (const { path, reason, unknown } of faults) {
      const what = reason || `${unknown.join(', ')}: not a key that it takes`
      gather('front-matter-value', `${pathName(path)}: ${what}`, placeOf(path))
    }
    const email = data.email ?? 'auto'
    const item = (
      { file, email: form }: { file: string; email?: EmailForm | undefined },
      path: readonly PropertyKey[],
      section?: string,
    ): ListedArticle => {
      const place = placeOf(path)
      return {
        file: file.replace(/^\.\//, ''),
        email: form ?? email,
        ...(section === undefined ? {} : { section }),
        ...(place ? { place } : {}),
      }
    }
    const letter = data.letter && {
      ...item(data.letter, ['letter']),
      email: 'full' as const,
      letter: true as const,
    }
    const { articles, sections } = data
    const listed = [
      ...(articles ?? []).map((each, index) => item(each, ['articles', index])),
      ...(sections ?? []).flatMap((section, at) =>
        section.articles.map((each, index) => item(each, ['sections', at, 'articles', index], section.title)),
      ),
    ]
    return { meta, places, articles: articles || sections ? listed : undefined, letter, email }
  })
}

/** The manifest's own keys, and those of the front matter, with `editors` as its authors. */
function divided(
  written: WrittenKeys | undefined,
  report: Report,
): { own: PlainMap; rest: WrittenKeys | undefined } {
  if (!written) return { own: Object.create(null), rest: undefined }
  const { value, places } = written
  const rest: PlainMap = Object.create(null)
  const own = underOwnNames(value, manifestKeys, places, ({ name, instead, place }) => {
    if (instead !== undefined) {
      report(
        'front-matter-key',
        `"${name}" says what "${instead}" says too; "${instead}" was taken.`,
        place?.key,
      )
      return
    }
    rest[name] = value[name] ?? null
    if (place) places.set(rest, name, place)
  })
  if (own.editors !== undefined) {
    rest.authors = own.editors
    const place = places.get(own, 'editors')
    if (place) places.set(rest, 'authors', place)
    delete own.editors
  }
  return { own: isMap(own) ? own : Object.create(null), rest: { value: rest, places } }
}
