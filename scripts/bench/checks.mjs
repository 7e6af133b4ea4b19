// @ts-check
import { readFileSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { basename, join } from 'node:path'
import { bundled } from './checks-bundle.mjs'
import { measureParts } from './checks-parts.mjs'
import { median } from './figures.mjs'
import { slug, writeIssue } from './issue-folder.mjs'
import { processorTime } from './process.mjs'
import { inTurns } from './timed.mjs'

/**
 * @typedef {import('./timed.mjs').Time} Time
 * @typedef {import('./checks-parts.mjs').Part} Part
 * @typedef {{what: string, whole: Time, bare: Time}} Build with its checks and without
 * @typedef {{name: string, time?: Time, missing?: string}} DeepFigure
 * @typedef {{articles: number, runs: number, partRuns: number, deepRuns: number, builds: Build[], parts: Part[], deep: DeepFigure[], messages: number}} CheckedSize
 * @typedef {{load: number, sizes: CheckedSize[]}} CheckFigures
 */

const formats = ['email', 'pdf', 'epub', 'web']

/**
 * What the checks add to a build, in a process and a browser that are warm: whole builds with them and without, each
 * check by itself, and those that `trifold check` adds; of one article and of an issue.
 *
 * @param {{runs: number, articles: number, words: number, browser: string, folder: string}} options a folder of its own
 * @returns {Promise<CheckFigures>}
 */
export async function measureChecks({ runs, articles, words, browser, folder }) {
  await writeIssue(folder, articles, words)
  const issue = join(folder, 'content', slug)
  const { whole, bare, remove } = await bundled()
  const world = whole.nodeWorld({ browserPath: browser })
  /** @type {number[]} */
  const loads = []
  /** @type {CheckedSize[]} */
  const sizes = []
  try {
    for (const [path, count] of /** @type {const} */ ([
      [writeAlone(folder), 1],
      [issue, articles],
    ])) {
      // Of an article a run is short: many tell more.
      const many = count === 1 ? 4 * runs : runs
      const builder = await builderOf({ whole, bare }, { path, folder, world })
      const builds = await measureBuilds(builder, { runs: many, warmUps: count === 1 ? 6 : 1 })
      loads.push(loadavg()[0] ?? 0)
      const made = await builder.made()
      const parts = await measureParts(whole, made, 4 * runs)
      loads.push(loadavg()[0] ?? 0)
      const deep = await measureDeep(whole.deepChecks, { ...made, world }, runs)
      loads.push(loadavg()[0] ?? 0)
      sizes.push({
        articles: count,
        runs: many,
        partRuns: 4 * runs,
        deepRuns: runs,
        builds,
        parts,
        deep,
        messages: made.messages,
      })
    }
  } finally {
    await world.close()
    remove()
  }
  return { load: median(loads), sizes }
}

/** One of the issue's articles, with a picture, that stands alone, so that nothing is said of it. @param {string} folder */
export function writeAlone(folder) {
  const text = readFileSync(join(folder, 'content', slug, '003.md'), 'utf8')
  const path = join(folder, 'content', 'alone.md')
  const alone = text
    .replace('\ndate:', '\ndescription: What was counted at one of the ponds.\ndate:')
    // What it links to is not there.
    .replaceAll(/(?<!!)\[([^\]]*)\]\(\d+\.md[^)]*\)/g, '$1')
    .replaceAll('](images/', `](${slug}/images/`)
  writeFileSync(path, alone)
  return path
}

/** Builds with checks and without. @param {{whole: any, bare: any}} kits @param {{path: string, folder: string, world: any}} options */
export async function builderOf({ whole, bare }, { path, folder, world }) {
  const { config } = await whole.loadConfig(world, { folder })
  const file = basename(path)
  const source = await whole.sourceOf(path, world, file)
  const engines = new Map([whole, bare].map(kit => [kit, kit.startEngine(world)]))
  /** From the files to what would be written. @param {any} kit @param {readonly string[]} formats */
  const build = async (kit, formats) => {
    const passage = kit.start(source)
    const request = { config, paths: [path], formats, cwd: folder }
    await kit.readAndParse(passage, request, world)
    await kit.render(passage, request, engines.get(kit))
    for (const { format, files } of passage.renditions)
      if (files.length === 0) throw new Error(`No ${format} of ${file}:\n${passage.messages.join('\n')}`)
    return passage
  }
  return {
    whole: (/** @type {readonly string[]} */ formats) => build(whole, formats),
    bare: (/** @type {readonly string[]} */ formats) => build(bare, formats),
    /** What was made, and what the EPUB was made of. */
    made: async () => {
      const { epub } = whole.renderers
      let epubJob
      whole.renderers.epub = async () => {
        const render = await epub()
        return (/** @type {any} */ job) => {
          epubJob = job
          return render(job)
        }
      }
      const { issue, renditions, messages } = await build(whole, formats)
      whole.renderers.epub = epub
      return { issue, renditions, messages: messages.length, publication: config.publication, epubJob, file }
    },
  }
}

/** @typedef {Awaited<ReturnType<typeof builderOf>>} Builder */

/** @param {Builder} builder @param {{runs: number, warmUps: number}} options @returns {Promise<Build[]>} */
async function measureBuilds({ whole, bare }, options) {
  const builds = [formats, ...formats.map(format => [format])]
  const ways = builds.flatMap(formats => [() => whole(formats), () => bare(formats)])
  const times = await inTurns(ways, { ...options, processorTime })
  return builds.map((each, index) => ({
    what: each.length > 1 ? 'all formats' : String(each),
    whole: /** @type {Time} */ (times[2 * index]),
    bare: /** @type {Time} */ (times[2 * index + 1]),
  }))
}

/**
 * What `trifold check` does beyond a build, each by itself. The first time of each loads what it needs, and tells whether
 * that is there.
 *
 * @param {Readonly<Record<string, readonly any[]>>} deepChecks
 * @param {{renditions: readonly any[], file: string, world: any}} made
 * @param {number} runs
 */
async function measureDeep(deepChecks, { renditions, file, world }, runs) {
  /** @type {DeepFigure[]} */
  const figures = []
  for (const rendition of renditions)
    for (const { name, load } of deepChecks[rendition.format] ?? []) {
      const check = await load()
      try {
        const [time] = await inTurns([() => check({ rendition, file, world })], {
          runs,
          warmUps: 1,
          processorTime,
        })
        figures.push({ name, ...(time ? { time } : {}) })
      } catch (error) {
        if (!/Unavailable|NoBrowser/.test(error instanceof Error ? error.constructor.name : '')) throw error
        // The rest of the message may say what this machine has where.
        const [why = ''] = /** @type {Error} */ (error).message.split(/[:.(]/)
        figures.push({ name, missing: `left out: ${why.trim()}` })
      }
    }
  return figures
}
