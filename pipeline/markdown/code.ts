import type { Code, RootContent } from 'mdast'
import type { ArticleElement } from '../article.js'
import { wordsOf } from '../walk.js'
import { tagsOf } from './html.js'

/** A block of code; marked lines without a language, which a fence cannot say, have the tags of HTML. */
export function pre(node: ArticleElement<'pre'>, title?: string): RootContent[] {
  const lines = node.children.map(line => wordsOf(line))
  const marked = rangesOf(node.children.map(line => line.properties.marked === true))
  const { language } = node.properties
  if ((marked !== '' || title !== undefined) && language === undefined) return [tagged(lines, marked)]
  const meta = [marked && `{${marked}}`, title && `title="${title}"`].filter(Boolean).join(' ')
  // The reader takes one empty line from the end of the code, as it does for HTML.
  const value = lines.join('\n') + (lines.length > 1 && lines.at(-1) === '' ? '\n' : '')
  return [{ type: 'code', value, lang: language ?? null, meta: meta === '' ? null : meta } satisfies Code]
}

/** Whether a caption can stand after the fence, where nothing has an escape. */
export const isTitle = (text: string): boolean => text !== '' && !/["\\&{}`\n\r]/.test(text)

function tagged(lines: readonly string[], marked: string): RootContent {
  const value = `${lines.join('\n')}${lines.at(-1) === '' ? '\n' : ''}`
  const [open, close] = tagsOf({
    type: 'element',
    tagName: 'pre',
    properties: { dataLines: marked },
    children: [],
  })
  const escaped = value.replace(/[&<]/g, sign => (sign === '&' ? '&amp;' : '&lt;'))
  return { type: 'html', value: `${open}\n${escaped}${close}` }
}

/** The numbers of marked lines as they are written after a fence: `1,3-5`. */
function rangesOf(marked: readonly boolean[]): string {
  const ranges: [from: number, to: number][] = []
  for (const [index, isMarked] of marked.entries()) {
    const last = ranges.at(-1)
    if (!isMarked) continue
    if (last?.[1] === index) last[1] = index + 1
    else ranges.push([index + 1, index + 1])
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(',')
}
