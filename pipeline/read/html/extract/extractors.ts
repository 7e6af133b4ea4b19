import { mark, type ShownPage } from './document.js'

/** The numbers of the elements that an extractor kept. */
export type Kept = ReadonlySet<number>

/** Mozilla's Readability, which Firefox's reader view uses. */
export async function byReadability({ document }: ShownPage): Promise<Kept | undefined> {
  const { Readability } = await import('@mozilla/readability')
  const options = {
    keepClasses: true,
    disableJSONLD: true,
    charThreshold: 300,
    serializer: (node: Node) => node,
  }
  try {
    const found = new Readability<Node>(document, options).parse()
    return found?.content ? marksIn(found.content as HTMLElement) : undefined
  } catch {
    // It gives up on documents that it did not foresee; the page's own markup is asked then.
    return undefined
  }
}

/** Defuddle asks for an address, and knows some sites by theirs; here each page is any page. */
const nowhere = 'https://page.invalid/'

/** Defuddle, of Obsidian's web clipper. */
export async function byDefuddle({ document }: ShownPage): Promise<Kept | undefined> {
  const { default: loaded } = await import('defuddle')
  // Its types are of a module with a default export; Node hands over what the module is, the class itself.
  const Defuddle = loaded as unknown as typeof loaded.default
  const { parseHTML } = await import('linkedom')
  try {
    const { content } = new Defuddle(document, { useAsync: false, url: nowhere }).parse()
    return marksIn(parseHTML(`<!doctype html><html><body>${content}</body></html>`).document.body)
  } catch {
    return undefined
  }
}

function marksIn(content: HTMLElement): Kept {
  const marks = [...content.querySelectorAll(`[${mark}]`), content].map(node => node.getAttribute(mark))
  return new Set(marks.flatMap(value => (value && /^\d+$/.test(value) ? [Number(value)] : [])))
}
