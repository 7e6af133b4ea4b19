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
  /** The other machine that sends, where it is one. */
  readonly elsewhere?: Elsewhere
}

/** Another machine that has the list and the ledger, and sends by itself. */
export interface Elsewhere {
  /** `letters.example.org` */
  readonly name: string
  /** `https://letters.example.org`, as it stands in a shell. */
  readonly url: string
}

/** The list and the ledger of this machine, or of the one that `--host` names; then there are none here. */
export async function openService<T>(
  options: CommonOptions & { readonly host?: string },
  session: Session,
  work: (open: OpenService) => Promise<T>,
): Promise<T> {
  const { host } = options
  if (host !== undefined) return (await import('./open-host.js')).withHost(host, options, session, work)
  return withSending(options, session, ({ config, world, service }) => work({ config, world, service }))
}

/** What a command that is named to people has at its end, so that it goes to the same machine. */
export const hostFlag = ({ elsewhere }: Pick<OpenService, 'elsewhere'>): string =>
  elsewhere === undefined ? '' : ` --host ${elsewhere.url}`
