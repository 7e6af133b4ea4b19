import { hostOf, tokenVariable } from '../../send/remote/host.js'
import { remoteService } from '../../send/remote-service.js'
import { version } from '../../version.js'
import { postHttp } from '../../world/http-client.js'
import { sendingWorld } from '../../world/sending.js'
import { readConfig } from '../read-config.js'
import type { CommonOptions, Session } from '../session.js'
import type { OpenService } from './open-service.js'
import { asUsage } from './refusals.js'

/**
 * Has work done by another machine. Of this one's config nothing is taken but where builds are: who sends, how, and to
 * whom is the other's.
 */
export async function withHost<T>(
  written: string,
  options: CommonOptions,
  session: Session,
  work: (open: OpenService) => Promise<T>,
): Promise<T> {
  try {
    const host = hostOf(written, session.env[tokenVariable])
    const { config } = await readConfig(options, session)
    const world = sendingWorld(session.world(options, config))
    try {
      const { random, time, wait } = world
      const service = remoteService({ host, version: version(), post: postHttp, random, time, wait })
      return await work({ config, world, service, elsewhere: host })
    } finally {
      await world.close()
    }
  } catch (error) {
    throw asUsage(error)
  }
}
