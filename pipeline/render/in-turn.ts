import type { Format } from '../article.js'
import type { Rendition } from './rendition.js'

/** Renditions that others tell of. */
export interface Others {
  readonly pdf?: Promise<Rendition> | undefined
  readonly epub?: Promise<Rendition> | undefined
}

/** Told of each rendition as soon as it is there. */
export type Ready = (rendition: Rendition) => Promise<void>

/** How renditions are made in turn. */
export interface InTurn {
  make(format: Format, others: Others): Promise<Rendition>
  ready: Ready
  /** Whether the EPUB tells where the PDF's pages begin. */
  readonly tellsPages: boolean
  readonly signal?: AbortSignal | undefined
}

/**
 * Makes one rendition after another, the quick ones first, so that each is there as early as it can be. The web page comes
 * twice: first with the sizes that an earlier build left of the PDF and the EPUB, and with theirs when they are made.
 *
 * @returns the renditions in the order of the formats, as they are when all are made side by side
 * @throws the signal's reason when it is aborted
 */
export async function inTurn(
  formats: readonly Format[],
  { make, ready, tellsPages, signal }: InTurn,
): Promise<Rendition[]> {
  const made = new Map<Format, Rendition>()
  const promised = (format: Format) => {
    const rendition = made.get(format)
    return rendition && Promise.resolve(rendition)
  }
  const others = (): Others => ({ pdf: promised('pdf'), epub: promised('epub') })
  const order: readonly Format[] = tellsPages
    ? ['email', 'web', 'pdf', 'epub']
    : ['email', 'web', 'epub', 'pdf']
  for (const format of order.filter(each => formats.includes(each))) {
    signal?.throwIfAborted()
    const rendition = await make(format, others())
    made.set(format, rendition)
    await ready(rendition)
  }
  if (made.has('web') && (made.has('pdf') || made.has('epub'))) made.set('web', await make('web', others()))
  return formats.flatMap(format => made.get(format) ?? [])
}
