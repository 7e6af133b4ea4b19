import { basename, dirname, extname, isAbsolute, join } from 'node:path'
import type { Root } from 'hast'
import { fromHtml as parseHtml } from 'hast-util-from-html'
import type { Browser } from 'puppeteer'
import type { VFileMessage } from 'vfile-message'
import type { Format, Issue } from './article.js'
import { ConfigError } from './config/config.js'
import { resolveConfig } from './config/resolve.js'
import type { ConfigInput } from './config/schema.js'
import { makeIssue } from './issue/make.js'
import { hasError, type Report, reporter } from './messages.js'
import { readFrontMatter } from './parse/front-matter.js'
import { type ParsedSource, parse } from './parse/parse.js'
import { cleaned } from './read/decode.js'
import { readSource } from './read/read.js'
import { startEngine } from './render/engine.js'
import { notMade, renderIssue } from './render/render-issue.js'
import type { Rendition } from './render/rendition.js'
import type { World } from './world.js'
import { nodeWorld } from './world-node.js'

/** What a press is set up with. */
export interface PressOptions {
  /** The publication, as in trifold.yaml; our own defaults stand for what is left out. */
  readonly config?: ConfigInput
  /**
   * The publication's folder, absolute. Pictures are read from it and from nowhere else; without one an article has no
   * pictures but `data:` ones.
   */
  readonly folder?: string
  /** A browser that runs already, of puppeteer's; the press uses it and leaves it open. */
  readonly browser?: Browser
  /** Where files, browser and log are; this machine by default. */
  readonly world?: World
}

/** Front matter for a text that has none of its own: the keys and aliases of an article's file. */
export type MetaInput = Readonly<Record<string, unknown>>

/** What a text is called, and what is known of it. */
export interface TextOptions {
  /** As messages name it. Default: `article` with the kind's extension. */
  readonly file?: string
  /** Addresses of pictures start from its folder: absolute, or seen from the press's folder. */
  readonly path?: string
  /** The slug of an article that gives none. Default: from `file`. */
  readonly slug?: string
}

/** A text made into an issue of one article. */
export interface ReadIssue {
  readonly issue: Issue
  /** What was found; with an error among it, `render` makes nothing of the issue. */
  readonly messages: readonly VFileMessage[]
}

/** Trifold as a library: texts to issues, issues to renditions. */
export interface Press {
  /** An article's file. @throws Error when it cannot be read */
  read(path: string): Promise<ReadIssue>
  /** Markdown with front matter. */
  fromMarkdown(markdown: string, options?: TextOptions): Promise<ReadIssue>
  /** An article's HTML, a fragment or a page; all of its body is taken. */
  fromHtml(html: string, meta?: MetaInput, options?: TextOptions): Promise<ReadIssue>
  /** A tree from a unified pipeline of your own. The tree is not changed. */
  fromHast(tree: Root, meta?: MetaInput, options?: TextOptions): Promise<ReadIssue>
  /**
   * One format of an issue. What went wrong is in the rendition's messages, and then it has no files.
   * @throws the signal's reason when it is aborted
   */
  render(
    read: ReadIssue | Issue,
    format: Format,
    options?: { readonly signal?: AbortSignal },
  ): Promise<Rendition>
  /** Closes what the press opened, its browser above all. */
  close(): Promise<void>
}

/**
 * A press: the pipeline without the command line, with no state but its own and no notice of the working directory.
 *
 * @throws ConfigError for a config that cannot be used
 *
 * @example
 * ```ts
 * import { createPress } from 'trifold'
 *
 * const press = createPress({ config: { name: 'Slack Water', lang: 'en-GB' } })
 * const read = await press.fromMarkdown('# Spring tides\n\nThey come twice a month.')
 * const { files } = await press.render(read, 'epub')
 * await press.close()
 * ```
 */
export function createPress(options: PressOptions = {}): Press {
  const folder = options.folder ?? nowhere
  if (!isAbsolute(folder)) throw new TypeError(`Expected an absolute folder, found ${folder}`)
  const world =
    options.world ?? nodeWorld({ browser: options.browser, packageRoots: options.folder ? [folder] : [] })
  const config = configOf(options.config, folder)
  const engine = startEngine(world)
  const origins = new WeakMap<Issue, { file: string; folder: string; stopped: boolean }>()

  async function made(
    parsed: ParsedSource,
    file: string,
    at: string,
    messages: VFileMessage[],
    report: Report,
  ): Promise<ReadIssue> {
    const issue = await makeIssue(parsed, { publication: config.publication, env: world.env, file }, report)
    origins.set(issue, { file, folder: at, stopped: hasError(messages) })
    return { issue, messages }
  }

  function markdown(text: string, file: string, at: string, slug: string): Promise<ReadIssue> {
    const messages: VFileMessage[] = []
    const report = reporter(file, messages)
    const { mergeTags, math, publication } = config
    const parsed = parse(
      cleaned(text, report),
      { mergeTags, lang: publication.lang, slug, singleDollarMath: math.singleDollar },
      report,
    )
    return made(parsed, file, at, messages, report)
  }

  function hast(tree: Root, meta: MetaInput, { file, at, slug }: Named): Promise<ReadIssue> {
    const messages: VFileMessage[] = []
    const report = reporter(file, messages)
    const frontMatter = readFrontMatter(asFrontMatter(meta), { lang: config.publication.lang, slug }, report)
    return made({ frontMatter, hast: structuredClone(tree), tags: [] }, file, at, messages, report)
  }

  return {
    async read(path) {
      const full = isAbsolute(path) ? path : join(folder, path)
      const messages: VFileMessage[] = []
      const source = { path: full, name: path, slug: basename(full, extname(full)) }
      const text = await readSource(source, world, reporter(path, messages))
      if (text === undefined)
        throw new Error(messages.map(message => `${path}: ${message.reason}`).join('\n'))
      const read = await markdown(text, path, dirname(full), source.slug)
      return { ...read, messages: [...messages, ...read.messages] }
    },
    async fromMarkdown(text, given) {
      const { file, at, slug } = named(given, 'article.md', folder)
      return markdown(text, file, at, slug)
    },
    async fromHtml(html, meta = {}, given) {
      return hast(
        parseHtml(html, { fragment: !/<(?:html|body)[\s>]/i.test(html) }),
        meta,
        named(given, 'article.html', folder),
      )
    },
    async fromHast(tree, meta = {}, given) {
      return hast(tree, meta, named(given, 'article', folder))
    },
    async render(read, format, { signal } = {}) {
      const issue = 'issue' in read ? read.issue : read
      const origin = origins.get(issue) ?? { file: issue.articles[0].file, folder, stopped: false }
      if (origin.stopped) return { ...notMade(format), messages: 'issue' in read ? read.messages : [] }
      const { renditions, messages } = await renderIssue(issue, [format], {
        ...engine,
        publication: config.publication,
        contentRoot: folder,
        folderOf: () => origin.folder,
        published: config.formats,
        file: origin.file,
        signal,
      })
      return { ...(renditions[0] ?? notMade(format)), messages }
    },
    close: () => world.close(),
  }
}

/** A folder that no machine has: nothing is found in it. */
const nowhere = '/trifold-without-a-folder'

function configOf(input: ConfigInput | undefined, folder: string) {
  const messages: VFileMessage[] = []
  const file = join(folder, 'trifold.config.js')
  const config = resolveConfig(input ?? {}, file, reporter(file, messages))
  if (hasError(messages)) throw new ConfigError(messages)
  return config
}

interface Named {
  readonly file: string
  /** Absolute. */
  readonly at: string
  readonly slug: string
}

function named(options: TextOptions | undefined, fallback: string, folder: string): Named {
  const { path } = options ?? {}
  const file = options?.file ?? path ?? fallback
  const full = path === undefined ? join(folder, fallback) : isAbsolute(path) ? path : join(folder, path)
  return { file, at: dirname(full), slug: options?.slug ?? basename(file, extname(file)) }
}

/** Keys as a block of front matter: JSON is YAML (YAML 1.2.2, section 1.3), so the one reader serves both. */
function asFrontMatter(meta: MetaInput) {
  const value = JSON.stringify(meta)
  const start = { line: 1, column: 1, offset: 0 }
  return Object.keys(meta).length === 0
    ? undefined
    : {
        syntax: 'yaml' as const,
        value,
        position: { start, end: { line: 2, column: value.length + 1, offset: value.length } },
      }
}
