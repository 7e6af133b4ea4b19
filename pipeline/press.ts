import { basename, dirname, extname, isAbsolute, join } from 'node:path'
import type { Root } from 'hast'
import { fromHtml as parseHtml } from 'hast-util-from-html'
import type { Browser } from 'puppeteer'
import type { VFileMessage } from 'vfile-message'
import { type AddedElements, type AddedName, withAdded } from '../templates/overrides.js'
import type { Format, Issue } from './article.js'
import { ignoresOf, type Silenced, settle, type Terms } from './check/settle.js'
import { ConfigError } from './config/config.js'
import { resolveConfig } from './config/resolve.js'
import type { ConfigInput } from './config/schema.js'
import { makeIssue } from './issue/make.js'
import { readIssue } from './issue/read-issue.js'
import { hasError, type Report, reporter } from './messages.js'
import { readFrontMatter } from './parse/front-matter.js'
import { keysAsBlock } from './parse/front-matter-block.js'
import { type ParsedSource, parse } from './parse/parse.js'
import { cleaned } from './read/decode.js'
import { sourceOf } from './read/find.js'
import { startEngine } from './render/engine.js'
import { notMade } from './render/not-made.js'
import { renderIssue } from './render/render-issue.js'
import type { Rendition } from './render/rendition.js'
import type { World } from './world.js'
import { nodeWorld } from './world-node.js'

interface PressSetup {
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

/**
 * What a press is set up with. A program that added elements to the vocabulary hands over the handlers of each: without
 * them it does not compile.
 */
export type PressOptions = PressSetup &
  ([AddedName] extends [never] ? { readonly elements?: undefined } : { readonly elements: AddedElements })

/** The options may be left out where no element was added. */
type PressArguments = [AddedName] extends [never] ? [options?: PressOptions] : [options: PressOptions]

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

/** What was read, made into an issue. */
export interface ReadIssue {
  readonly issue: Issue
  /** What was found; with an error among it, `render` makes nothing of the issue. */
  readonly messages: readonly VFileMessage[]
  /** What comments of the text silence. */
  readonly silenced?: readonly Silenced[]
  /** The source, as messages name it. */
  readonly file: string
  /** The folder that addresses of pictures start from, absolute. */
  readonly folder: string
}

/** Trifold as a library: texts to issues, issues to renditions. */
export interface Press {
  /** An article's file, or the folder of an issue of several with its `issue.yaml`. @throws Error when it cannot be read */
  read(path: string): Promise<ReadIssue>
  /** Markdown with front matter. */
  fromMarkdown(markdown: string, options?: TextOptions): Promise<ReadIssue>
  /** An article's HTML, a fragment or a page; all of its body is taken. */
  fromHtml(html: string, meta?: MetaInput, options?: TextOptions): Promise<ReadIssue>
  /** A tree from a unified pipeline of your own, or of `trifoldParser`. The tree is not changed. */
  fromHast(tree: Root, meta?: MetaInput, options?: TextOptions): Promise<ReadIssue>
  /**
   * One format of an issue. What went wrong is in the rendition's messages, and then it has no files.
   * @throws the signal's reason when it is aborted
   */
  render(read: ReadIssue, format: Format, options?: { readonly signal?: AbortSignal }): Promise<Rendition>
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
export function createPress(...given: PressArguments): Press {
  // With nothing added to the vocabulary the options may be left out, and `{}` is a sound value of theirs.
  const options = given[0] ?? ({} as PressOptions)
  const folder = options.folder ?? nowhere
  if (!isAbsolute(folder)) throw new TypeError(`Expected an absolute folder, found ${folder}`)
  const world =
    options.world ?? nodeWorld({ browser: options.browser, packageRoots: options.folder ? [folder] : [] })
  const config = configOf(options.config, folder)
  const elements: AddedElements = options.elements ?? {}
  const added = new Set(Object.keys(elements))
  const templates = withAdded(config.templates ?? {}, elements)
  const engine = startEngine(world)

  const termsOf = (issue: Issue): Terms => ({ severities: config.severities, ignores: ignoresOf(issue) })

  /** Hands the text's findings along with the issue, and the issue's with them. */
  async function made({ file, at }: Named, parsing: (report: Report) => ParsedSource): Promise<ReadIssue> {
    const found: VFileMessage[] = []
    const report = reporter(file, found)
    const context = { publication: config.publication, env: world.env, file, added }
    const issue = await makeIssue(parsing(report), context, report)
    return { issue, ...settle(found, termsOf(issue)), file, folder: at }
  }

  function markdown(text: string, name: Named): Promise<ReadIssue> {
    const { mergeTags, math, publication } = config
    const options = {
      mergeTags,
      lang: publication.lang,
      slug: name.slug,
      singleDollarMath: math.singleDollar,
      added,
    }
    return made(name, report => parse(cleaned(text, report), options, report))
  }

  function hast(tree: Root, meta: MetaInput, name: Named): Promise<ReadIssue> {
    const { lang } = config.publication
    return made(name, report => {
      const carried = tree.data?.trifold
      const frontMatter =
        carried?.frontMatter ?? readFrontMatter(keysAsBlock(meta), { lang, slug: name.slug }, report)
      return { frontMatter, hast: structuredClone(tree), tags: carried?.tags ?? [] }
    })
  }

  return {
    async read(path) {
      const found: VFileMessage[] = []
      const source = await sourceOf(isAbsolute(path) ? path : join(folder, path), world, path)
      const { issue } = await readIssue(source, { ...config, added }, world, found)
      if (!issue) throw new Error(found.map(message => `${path}: ${message.reason}`).join('\n'))
      return { issue, ...settle(found, termsOf(issue)), file: source.name, folder: dirname(source.path) }
    },
    async fromMarkdown(text, given) {
      return markdown(text, named(given, 'article.md', folder))
    },
    async fromHtml(html, meta = {}, given) {
      const fragment = !/<(?:html|body)[\s>]/i.test(html)
      return hast(parseHtml(html, { fragment }), meta, named(given, 'article.html', folder))
    },
    async fromHast(tree, meta = {}, given) {
      return hast(tree, meta, named(given, 'article', folder))
    },
    async render({ issue, messages: found, file, folder: at }, format, { signal } = {}) {
      if (hasError(found)) return { ...notMade(format), messages: found }
      const { renditions, messages, silenced } = await renderIssue(issue, [format], {
        ...engine,
        publication: config.publication,
        templates,
        mergeTags: config.mergeTags,
        root: folder,
        contentRoot: folder,
        folderOf: () => at,
        remote: config.remoteImages,
        published: config.formats,
        file,
        terms: termsOf(issue),
        signal,
      })
      return { ...(renditions[0] ?? notMade(format)), messages, silenced }
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
