import type { Config } from '../../config/config.js'
import type { EmailParts } from '../../render/email/parts.js'
import { localService, type ServiceContext } from '../../send/local-service.js'
import type { SendingStore } from '../../send/sending-store.js'
import type { SendingWorld } from '../../send/sending-world.js'
import type { SendingService } from '../../send/service.js'
import { UsageError } from '../exit.js'
import { readConfig } from '../read-config.js'
import type { CommonOptions, Session } from '../session.js'
import { asUsage } from './refusals.js'

/** What they work with. */
export interface Sending {
  readonly config: Config
  readonly store: SendingStore
  readonly secret: Uint8Array
  readonly world: SendingWorld
  readonly service: SendingService
  readonly transport: ServiceContext['transport']
  readonly signer: ServiceContext['signer']
}

/** Opens the list and the ledger of the publication, has work done, and closes them. */
export async function withSending<T>(
  options: CommonOptions,
  session: Session,
  work: (sending: Sending) => Promise<T>,
): Promise<T> {
  const { config } = await readConfig(options, session)
  if (!config.file)
    throw new UsageError(
      'There is no publication here: expected a trifold.yaml. Go to its folder, or name it with --config.',
    )
  const { sendingWorld } = await import('../../world/sending.js')
  const world = sendingWorld(session.world(options, config))
  const { folder } = config.sending
  let store: SendingStore | undefined
  try {
    const secret = await world.secret(folder)
    store = await world.openStore(folder)
    const transport = async () =>
      (await import('../../world/transports/open-transport.js')).openTransport(config.sending, {
        env: world.env,
        files: world.files,
        transporter: config.transporter,
        warn: session.terminal.complain,
      })
    const signer = async (parts?: EmailParts) => {
      if (!config.sending.dkim) return undefined
      const { openSigner } = await import('../../send/compose/dkim/open-signer.js')
      return openSigner(config.sending.dkim, world, parts)
    }
    const { publication, sending: settings } = config
    const service = localService({ publication, settings, store, secret, world, transport, signer })
    return await work({ config, store, secret, world, service, transport, signer })
  } catch (error) {
    throw asUsage(error)
  } finally {
    await store?.close()
    await world.close()
  }
}
