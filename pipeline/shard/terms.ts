import { relative } from 'node:path'
import { z } from 'zod'
import { type Format, formats } from '../article.js'
import { digestOf } from '../cache/digest.js'
import { isCode } from '../cache/terms.js'
import type { Config } from '../config/config.js'
import { version } from '../version.js'
import { bundleDigest } from '../world/program.js'
import { BrowserUnavailable, type Files, type World } from '../world.js'
import { sourceName } from './share.js'

/** What bytes depend on besides the content, as it is the same on every machine that would make the same bytes. */
export const termsSchema = z.strictObject({
  /** The version; of an installed one, its program too. */
  trifold: z.string(),
  /** Node compresses, and knows the dates of languages. */
  node: z.string(),
  /** A digest of the config's values, and of its program where it is one. */
  config: z.string(),
  formats: z.array(z.enum(formats)),
  strict: z.boolean(),
  /** `SOURCE_DATE_EPOCH`; empty where it is not set. */
  epoch: z.string(),
  /** The browser's version; `none` where there is none. */
  browser: z.string(),
  /** Where it was run, seen from the publication's folder: messages name files from there. */
  folder: z.string(),
})

/** What bytes depend on besides the content. */
export type ShardTerms = z.infer<typeof termsSchema>

/** What who merges has a say in: the pages around the issues are made there. */
export type OwnTerms = Pick<ShardTerms, 'trifold' | 'config'>

/** A build, as far as its terms depend on it. */
export interface TermsRequest {
  readonly config: Config
  /** The files that the config was read from, absolute. */
  readonly configFiles: ReadonlySet<string>
  readonly formats: readonly Format[]
  readonly strict?: boolean | undefined
  /** Absolute. */
  readonly cwd: string
}

/** The terms of a build here and now. The browser is started to ask which it is, where there is one. */
export async function shardTerms(request: TermsRequest, world: World): Promise<ShardTerms> {
  const { config, formats: asked, strict = false, cwd } = request
  return {
    ...(await ownTerms(request, world.files)),
    node: `${process.version} ${process.platform} ${process.arch}`,
    formats: [...asked],
    strict,
    epoch: world.env.SOURCE_DATE_EPOCH ?? '',
    browser: await browserVersion(world),
    folder: sourceName(cwd, config.root) || '.',
  }
}

/** The terms of a merge here and now. */
export async function ownTerms(
  { config, configFiles }: Pick<TermsRequest, 'config' | 'configFiles'>,
  files: Files,
): Promise<OwnTerms> {
  const bundle = bundleDigest()
  return {
    trifold: bundle === undefined ? version() : `${version()} ${bundle}`,
    config: await configDigest(config, configFiles, files),
  }
}

/** Where a config lies on this machine, and what runs and is kept here, is left out of it. */
async function configDigest(config: Config, configFiles: ReadonlySet<string>, files: Files): Promise<string> {
  const {
    file,
    root,
    contentDir,
    outputDir,
    browser,
    sandbox,
    templates,
    transporter,
    sending,
    sources,
    remoteImages,
    ...values
  } = config
  const { cache: _, ...remote } = remoteImages ?? {}
  const code = file !== undefined && isCode(file) ? [...configFiles].sort() : []
  const held = await Promise.all(
    code.map(async path => [sourceName(path, root), digestOf(await files.read(path))]),
  )
  return digestOf(values, remote, file && relative(root, file), sourceName(contentDir, root), held)
}

async function browserVersion(world: World): Promise<string> {
  if ((await world.browserBuild()) === 'none') return 'none'
  try {
    return await (await world.browser()).version()
  } catch (error) {
    if (error instanceof BrowserUnavailable) return 'none'
    throw error
  }
}
