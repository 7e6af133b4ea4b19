import { shownDigits } from '../../send/build.js'
import type { Audience, Plan } from '../../send/service.js'

/** `trifold send ISSUE`, for some readers and at some machine. @param flag what names another machine, a space before it */
export const sendCommand = (slug: string, { segment, correction }: Audience = {}, flag = ''): string => {
  const some = segment === undefined ? '' : ` --segment '${segment.replaceAll("'", "'\\''")}'`
  return `trifold send ${slug}${some}${correction ? ' --correction' : ''}${flag}`
}

/** What is typed to launch a plan. */
export const launchCommand = (
  { slug, digest }: Pick<Plan, 'slug' | 'digest'>,
  audience?: Audience,
  flag?: string,
): string => `${sendCommand(slug, audience, flag)} --confirm ${digest.slice(0, shownDigits)}`
