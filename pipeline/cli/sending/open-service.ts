import type { Config } from '../../config/config.js'
import type { SendingWorld } from '../../send/sending-world.js'
import type { SendingService } from '../../send/service.js'
import type { CommonOptions, Session } from '../session.js'
import { withSending } from './open-sending.js'

/** Where a command sends from. */
export interface OpenService {
  readonly config: Config
  readonly world: Pick<SendingWorld, 'files' | 'time' | 'wait'>
  readonly service: SendingService
  /** Where it is, for people: ` at letters.example.org`; nothing for this machine. */
  readonly place: string
}

/** The list and the ledger of this machine, or of the one that `--host` names. */
export async function openService<T>(
  options: CommonOptions & { readonly host?: string },
  session: Session,
  work: (open: OpenService) => Promise<T>,
): Promise<T> {
  return withSending(options, session, ({ config, world, service }) =>
    work({ config, world, service, place: '' }),
  )
}
