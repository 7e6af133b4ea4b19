import { resolve } from 'node:path'
import { type Passage, start } from '../passage.js'
import { sourceOf } from '../read/find.js'
import { readAndParse } from '../stages.js'
import type { PreviewOptions } from './app.js'

/** An issue read from its source once more; undefined where there is none of that name. Nothing is rendered or written. */
export async function passageOf(
  slug: string,
  { config, cwd, state, world }: Pick<PreviewOptions, 'config' | 'cwd' | 'state' | 'world'>,
): Promise<Passage | undefined> {
  const issue = state.data().issues.find(each => each.slug === slug)
  if (!issue) return undefined
  const used = world()
  const passage = start(await sourceOf(resolve(cwd, issue.source), used, issue.source))
  await readAndParse(passage, { config: config(), paths: [], formats: [], cwd }, used)
  return passage
}
