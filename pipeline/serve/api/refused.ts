import type { Context } from 'hono'
import { BuildRefused } from '../../send/build.js'
import { SignerRefused } from '../../send/compose/dkim/signing-key.js'
import { PartsRefused } from '../../send/compose/parts-refused.js'
import { LaunchRefused } from '../../send/service.js'
import { TransportRefused } from '../../send/transport.js'
import type { ServeEnv } from '../client.js'
import { RequestRefused } from './handlers.js'

/** What the request itself is at fault for. */
const ofRequest = [RequestRefused, BuildRefused, PartsRefused]
/** What stands in its way on this machine. */
const ofMachine = [TransportRefused, SignerRefused]

/** Answers a request that is not done, in words for whoever made it. @throws what nobody foresaw */
export function refused(context: Context<ServeEnv>, error: unknown): Response {
  if (error instanceof LaunchRefused) return context.json({ faults: error.faults }, 409)
  if (ofRequest.some(kind => error instanceof kind)) return context.json({ error: messageOf(error) }, 400)
  if (ofMachine.some(kind => error instanceof kind)) return context.json({ error: messageOf(error) }, 409)
  throw error
}

/** Whoever wrote what is at fault may have written much. */
const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error)).slice(0, 2000)
