import { createHash } from 'node:crypto'
import type { Position } from 'unist'
import type { VFileMessage } from 'vfile-message'

import type { Tokens } from '../../templates/tokens.js'
import type { Article, Format, Issue } from '../article.js'
import { kept } from '../cache/kept.js'
import type { RuleId } from '../check/rules.js'
import { imageSizeFaults, type MeasuredImage } from '../check/source/image-size.js'
import { finding } from '../messages.js'
import type { World } from '../world.js'
import type { ImageAsset, ImageUse } from './assets.js'
import { mapFew } from './concurrency.js'
import { orFailure } from './image-failure.js'
import { openImage } from './image-file.js'
import { makeVariant, moves } from './image-make.js'
import { makeMark } from './image-mark.js'
import { makePortrait } from './image-portrait.js'
import { type RemoteImages, remoteImage } from './image-remote.js'
import { type ImageFailure, type Located, locateImage, shown } from './image-source.js'
import { variantRules } from './image-variants.js'
import { imageReferences } from './references.js'

export interface ImageOptions {
  readonly world: World
  /** The folder that every picture must be in, absolute. */
  readonly contentRoot: string
  /** The folder that an article's addresses start from, absolute. */
  readonly folderOf: (article: Article) => string
  readonly tokens: Tokens
  readonly logo?: LogoFile | undefined
  /** Which pictures at other addresses may be fetched; none where nothing is said. */
  readonly remote?: RemoteImages | undefined
  readonly signal?: AbortSignal | undefined
}

/** The publication's mark: its address, the folder that starts from and may not leave, and where it is written. */
export interface LogoFile {
  readonly src: string
  /** Absolute. */
  readonly folder: string
  /** As messages name the config. */
  readonly file: string
}

/** The pictures of an issue, in every format asked for. */
export interface ImageSet {
  image(format: Format, article: Article, src: string, use: ImageUse): ImageAsset | undefined
  logo(format: Format): ImageAsset | undefined
  /** Every picture of the format, each once, by path. */
  all(format: Format): readonly ImageAsset[]
  readonly messages: readonly VFileMessage[]
}

type Made =
  | {
      readonly variants: ReadonlyMap<Format, ImageAsset>
      /** Formats in which an animation stands still where another would move. */
      readonly still: readonly Format[]
      readonly measured: MeasuredImage
    }
  | ImageFailure

// Some are fetched, which is waiting.
const locatedAtOnce = 4
// Each decodes on threads of its own, and holds a whole picture in memory.
const atOnce = 2

/**
 * Finds, decodes and sizes every picture that an issue names. One that cannot be had gives a message for each place
 * that names it; a picture named twice is read and made once.
 *
 * @throws the signal's reason when it is aborted
 */
export async function prepareImages(
  issue: Issue,
  formats: readonly Format[],
  options: ImageOptions,
): Promise<ImageSet> {
  const { world, contentRoot, folderOf, logo, signal } = options
  const small = formats.some(format => hasSmall.has(format))
  const references = imageReferences(issue).filter(({ use }) => use === 'picture' || small)
  const keyOf = (article: Article, src: string, use: ImageUse) => `${use}\0${folderOf(article)}\0${src}`
  const locate = (src: string, folder: string, root: string, use: ImageUse) =>
    orFailure(async () => {
      const remote = (url: string) => remoteImage(url, options.remote, world, signal)
      return named(await locateImage(world.files, src, folder, root, remote), use)
    })

  const wanted = new Map(
    references.map(({ article, src, use }) => [keyOf(article, src, use), { article, src, use }] as const),
  )
  const located = await mapFew([...wanted], locatedAtOnce, async ([key, { article, src, use }]) => {
    signal?.throwIfAborted()
    return [key, await locate(src, folderOf(article), contentRoot, use)] as const
  })
  const sourceOf = new Map<string, Source | ImageFailure>(located)
  if (logo && small) sourceOf.set(logoKey, await locate(logo.src, logo.folder, logo.folder, 'logo'))

  const sources = new Map<string, Source>()
  for (const source of sourceOf.values()) {
    if ('name' in source) sources.set(source.name, source)
  }
  let done = 0
  const results = await mapFew([...sources.values()], atOnce, async (source): Promise<[string, Made]> => {
    signal?.throwIfAborted()
    const made = await make(source, formats, options)
    done += 1
    world.log.progress('images', done / sources.size)
    return [source.name, made]
  })
  const madeOf = new Map(results)

  const find = (key: string): Made | undefined => {
    const source = sourceOf.get(key)
    return source && 'name' in source ? madeOf.get(source.name) : source
  }
  const variant = (key: string, format: Format) => {
    const made = find(key)
    return made && 'variants' in made ? made.variants.get(format) : undefined
  }
  const { columns } = options.tokens.paper
  const printed = formats.includes('pdf') ? variantRules.pdf.shown / columns : undefined
  const failure = (key: string, src: string, file: string, place?: Position, inText = false) => {
    const made = find(key)
    if (!made) return []
    const tell = (rule: RuleId, says: string) =>
      finding(rule, `The image ${shown(src)} ${says}`, { file, place })
    if (!('variants' in made)) return [tell(made.rule, made.says)]
    const sizes = imageSizeFaults(made.measured, { printed, inText }).map(({ rule, says }) =>
      tell(rule, says),
    )
    if (made.still.length === 0) return sizes
    const says = `moves, and stands still in ${made.still.join(', ')}: a GIF may move, of at most ${stillAbove(made.still)} bytes`
    return [tell('image-still', says), ...sizes]
  }
  return {
    image: (format, article, src, use) => variant(keyOf(article, src, use), format),
    logo: format => variant(logoKey, format),
    all: format =>
      byPath(results.flatMap(([, made]) => ('variants' in made ? (made.variants.get(format) ?? []) : []))),
    messages: [
      ...(logo ? failure(logoKey, logo.src, logo.file) : []),
      ...references.flatMap(({ article, src, use, inText, place }) =>
        failure(keyOf(article, src, use), src, article.file, place, inText),
      ),
    ],
  }
}

/** The formats that show portraits and the publication's own mark. */
const hasSmall: ReadonlySet<Format> = new Set(['email', 'web'])

/** The bytes up to which an animation moves in each of the formats. */
const stillAbove = (formats: readonly Format[]) =>
  Math.min(...formats.map(format => variantRules[format].moves))

const logoKey = 'logo'

/** Where a picture's bytes are, under a name that is the same wherever it is used. */
interface Source {
  readonly name: string
  readonly use: ImageUse
  readonly at: { readonly bytes: Uint8Array } | { readonly path: string }
}

function named(located: Located, use: ImageUse): Source | ImageFailure {
  if ('rule' in located) return located
  const name = 'path' in located ? located.path : createHash('sha256').update(located.bytes).digest('hex')
  return { name: `${use}\0${name}`, use, at: located }
}

async function make({ at, use }: Source, formats: readonly Format[], options: ImageOptions): Promise<Made> {
  const { light, dark } = options.tokens
  return orFailure(async () => {
    const bytes = 'bytes' in at ? at.bytes : await options.world.files.read(at.path)
    const papers = [light.paper, dark.paper] as const
    return kept(options.world.cache, ['pictures', bytes, use, formats, papers], () =>
      variantsOf(bytes, use, formats, papers),
    )
  })
}

/** A picture in every format. @param papers what it may lie on, by day and by night @throws ImageUndecodable */
async function variantsOf(
  bytes: Uint8Array,
  use: ImageUse,
  formats: readonly Format[],
  [light, dark]: readonly [string, string],
): Promise<Made> {
  const file = await openImage(bytes)
  const variants = new Map<Format, ImageAsset>()
  for (const format of formats) {
    if (use === 'picture') variants.set(format, await makeVariant(file, variantRules[format], light))
    // Every format has the mark of whoever published an article first.
    else if (use === 'mark' || hasSmall.has(format))
      variants.set(
        format,
        use === 'portrait' ? await makePortrait(file, light) : await makeMark(file, [light, dark]),
      )
  }
  const still = formats.filter(
    format =>
      file.animated &&
      use === 'picture' &&
      variantRules[format].moves > 0 &&
      !moves(file, variantRules[format]),
  )
  const measured = { natural: file.natural, lines: file.lines, bytes: bytes.byteLength }
  return { variants, still, measured }
}

/** Pictures in the order of their paths, each once. */
export function byPath(assets: readonly ImageAsset[]): readonly ImageAsset[] {
  const once = new Map(assets.map(asset => [asset.path, asset]))
  return [...once.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
}
