import { dirname, join, relative } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { ignoresOf } from './check/settle.js'
import type { Config } from './config/config.js'
import { readIssue } from './issue/read-issue.js'
import { finding, hasError } from './messages.js'
import { type Passage, settleInto } from './passage.js'
import type { IssueSource } from './read/find.js'
import type { Engine } from './render/engine.js'
import { notMade } from './render/not-made.js'
import { type RenderContext, renderIssue } from './render/render-issue.js'
import type { Rendition } from './render/rendition.js'
import type { PublishRequest, StageRequest } from './request.js'
import { hasSite } from './site/links.js'
import { version } from './version.js'
import type { World } from './world.js'
import { WriteFailed, writeWhole } from './write/write.js'
import { writeIssue } from './write/write-issue.js'

/** From the files to the issue: read, parse once, transform, compose, check. */
export async function readAndParse(
  passage: Passage,
  { config, strict }: StageRequest,
  world: World,
): Promise<void> {
  const found: VFileMessage[] = []
  const { issue, draft, slug, texts } = await readIssue(passage.source, config, world, found)
  if (issue) passage.issue = issue
  passage.draft = draft
  passage.slug = slug
  passage.texts = texts
  passage.terms = { severities: config.severities, strict, ignores: issue ? ignoresOf(issue) : [] }
  settleInto(passage, found)
}

/** Assets, then template, binding and check of each format. An issue with an error in its source has no renditions. */
export async function render(
  passage: Passage,
  request: StageRequest,
  engine: Engine,
  { earlier, ready }: Pick<RenderContext, 'earlier' | 'ready'> = {},
): Promise<void> {
  const { issue, draft, source, messages, terms } = passage
  const { config, cwd, formats, signal } = request
  if (!issue || draft) return
  if (hasError(messages)) {
    passage.renditions = formats.map(notMade)
    return
  }
  const rendered = await renderIssue(issue, formats, {
    ...engine,
    publication: config.publication,
    templates: config.templates,
    mergeTags: config.mergeTags,
    root: config.root,
    configFile: config.file && relative(cwd, config.file),
    contentRoot: rootOf(source, config),
    folderOf: () => dirname(source.path),
    remote: config.remoteImages,
    published: config.formats,
    hasSite: hasSite(config),
    earlier,
    ready,
    file: source.name,
    texts: passage.texts,
    terms,
    signal,
  })
  passage.renditions = rendered.renditions
  messages.push(...rendered.messages)
  passage.silenced.push(...rendered.silenced)
}

/** Writes renditions before all are made. */
export function writeEarly(passage: Passage, request: PublishRequest, world: World) {
  const made: Rendition[] = []
  return {
    /** Writes one. What cannot be written is met again in the end, and told then. */
    async ready(rendition: Rendition): Promise<void> {
      made.push(rendition)
      await writeWhole(rendition.files, folderOf(passage, request), world.files).catch(() => undefined)
    },
    /** The report on those that were written, where there will be no others. */
    async account(): Promise<void> {
      if (made.length > 0) await write({ ...passage, renditions: made }, request, world)
    },
  }
}

/** Files, whole or not at all, and the report. */
export async function write(passage: Passage, request: PublishRequest, { files }: World): Promise<void> {
  const { publication } = request.config
  const { issue, draft, source, renditions, messages } = passage
  if (!issue || draft) return
  const folder = folderOf(passage, request)
  try {
    passage.written = await writeIssue({
      issue,
      renditions,
      told: passage,
      folder,
      version: version(),
      publication,
      files,
    })
  } catch (error) {
    if (!(error instanceof WriteFailed)) throw error
    messages.push(finding('output-unwritable', error.message, { file: source.name }))
  }
}

/** Where the issue is written, absolute. */
export const folderOf = ({ slug }: Passage, { outputDir }: PublishRequest): string => join(outputDir, slug)

/** What an article may read pictures from: the content folder, or its own folder where it lies outside of that. */
function rootOf(source: IssueSource, config: Config): string {
  return source.path.startsWith(join(config.contentDir, '/')) ? config.contentDir : dirname(source.path)
}
