import type { Root as HastRoot } from 'hast'
import type { Root } from 'mdast'
import type { Position } from 'unist'
import type { ArticleMeta, FrontMatterPlaces } from '../article.js'
import type { Ignore } from '../check/ignores.js'
import type { Report } from '../messages.js'
import { markAlerts } from './alerts.js'
import { breakAttributions } from './attribution-lines.js'
import { directivesWith } from './directive-table.js'
import { restoreDirectives } from './directives.js'
import { readFrontMatter } from './front-matter.js'
import type { FrontMatterBlock } from './front-matter-block.js'
import { readIgnores } from './ignores.js'
import { releaseSigns } from './kept-signs.js'
import { reportMalformedTags } from './malformed-tags.js'
import { type MarkdownOptions, parseMarkdown } from './markdown.js'
import { type MaskedText, type MergeTag, type MergeTagNames, maskMergeTags, unmasked } from './merge-tags.js'
import { reportNearMisses } from './near-misses.js'
import { withinStack } from './nesting.js'
import { readObsidian } from './obsidian/obsidian.js'
import { settleQuotedLists } from './quoted-lists.js'
import { parseRawHtml } from './raw-html.js'
import { smartPunctuation } from './smart-punctuation.js'
import { markdownToHast } from './to-hast.js'

/** How a text is parsed. */
export interface ParseOptions extends MarkdownOptions {
  /** Merge tags the publication declares. */
  readonly mergeTags: MergeTagNames
  /** The language of an article that names none, BCP 47. */
  readonly lang: string
  /** The slug of an article that names none. */
  readonly slug: string
  /** Elements added to the vocabulary: directives of their names make them. */
  readonly added?: ReadonlySet<string>
}

/** A parsed source: what its front matter says, its text as HTML, and the merge tags masked in it. */
export interface ParsedSource {
  readonly frontMatter: Omit<ArticleMeta, 'title'> & { readonly title?: string }
  /** Where the values of the front matter stand. */
  readonly places?: FrontMatterPlaces
  readonly hast: HastRoot
  readonly tags: readonly MergeTag[]
  /** Comments that silence rules, where there are some. */
  readonly ignores?: readonly Ignore[]
}

/** Markdown to hast, once. What comes out is ordinary HTML and a few `tf-` elements; the transforms make it an article. */
export function parse(text: string, options: ParseOptions, report: Report): ParsedSource {
  const masked = maskMergeTags(text, options.mergeTags)
  const places: Record<string, Position> = Object.create(null)
  let frontMatter: ParsedSource['frontMatter'] | undefined
  let ignores: readonly Ignore[] = []
  const hast = withinStack(() => {
    const directives = directivesWith(options.added ?? [])
    const mdast = parseWhole(masked.text, options)
    reportUnknownTags(masked, mdast, text, report)
    reportMalformedTags(mdast, masked.text, options.mergeTags, report)
    frontMatter = readFrontMatter(frontMatterBlock(mdast, masked.tags), options, report, places)
    reportIdleTags(frontMatter, places, options, report)
    ignores = readIgnores(mdast, masked.text, masked.tags, report)
    reportNearMisses(mdast, masked.text, report, directives)
    settleQuotedLists(mdast, masked.text)
    readObsidian(mdast, masked.text, report)
    markAlerts(mdast, masked.text)
    breakAttributions(mdast, masked.text)
    if (!frontMatter.source?.verbatim) smartPunctuation(mdast, frontMatter.lang)
    releaseSigns(mdast, masked.text)
    // After the punctuation: what is put back is put back word for word.
    restoreDirectives(mdast, masked.text, report, directives)
    const { hast, raw: hasRaw } = markdownToHast(mdast, directives)
    return hasRaw ? parseRawHtml(hast, masked.text) : hast
  }, report)
  frontMatter ??= readFrontMatter(undefined, options, report, places)
  return { frontMatter, places, hast, tags: masked.tags, ...(ignores.length > 0 ? { ignores } : {}) }
}

/** Words between two lines `---` are no front matter when no line of them is a key: they are text, and stay. */
function parseWhole(text: string, options: MarkdownOptions): Root {
  const mdast = parseMarkdown(text, options)
  const [first] = mdast.children
  const isProse =
    first?.type === 'yaml' &&
    first.value.trim() !== '' &&
    !/^[ \t]*["']?[\w-][^:\n]*["']?:(?:\s|$)/m.test(first.value)
  return isProse ? parseMarkdown(text, { ...options, frontMatter: false }) : mdast
}

function frontMatterBlock(tree: Root, tags: readonly MergeTag[]): FrontMatterBlock | undefined {
  const [first] = tree.children
  const syntax = first?.type === 'yaml' ? 'yaml' : (first?.type as string) === 'toml' ? 'toml' : undefined
  if (!syntax || !first?.position || !('value' in first)) return undefined
  tree.children.shift()
  return { syntax, value: unmasked(first.value, tags), position: first.position }
}

/** A name in braces that is not declared is text; where it stands outside code, the writer may have meant a tag. */
function reportUnknownTags(masked: MaskedText, tree: Root, text: string, report: Report): void {
  if (masked.unknown.size === 0) return
  const prose = proseOf(tree)
  for (const [name, offset] of masked.unknown) {
    if (!new RegExp(`\\{\\{[ \\t]*${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\b`).test(prose)) continue
    const before = text.slice(0, offset).split('\n')
    const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, offset }
    report(
      'merge-tag-unknown',
      `Unexpected merge tag \`${name}\`, which the publication does not declare under \`mergeTags\`; it is text`,
      place,
    )
  }
}

/** A tag in what every format says stays as it was written there, and the writer may not know. */
function reportIdleTags(
  { title = '', subtitle = '', standfirst = '', corrections = [] }: ParsedSource['frontMatter'],
  places: FrontMatterPlaces,
  { mergeTags }: ParseOptions,
  report: Report,
): void {
  const corrected = corrections.map(({ text }) => text).join('\n')
  const said = { title, subtitle, description: standfirst, corrections: corrected }
  for (const [key, value] of Object.entries(said)) {
    const [tag] = maskMergeTags(value, mergeTags).tags
    if (!tag) continue
    report(
      'merge-tag-place',
      `Unexpected merge tag \`${tag.name}\` in \`${key}\`, where it is text; readers see it filled in \`subject\` and \`preheader\``,
      places[key],
    )
  }
}

function proseOf(node: Root | Root['children'][number]): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? (node.children as Root['children']).map(proseOf).join(' ') : ''
}
