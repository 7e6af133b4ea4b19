import type { Config } from '../../config/config.js'
import { openTransport } from '../../world/transports/open-transport.js'
import type { Session } from '../session.js'

/** Tries what takes the messages, without sending any. @throws TransportRefused */
export const verifyTransport =
  (session: Session) =>
  async (config: Config): Promise<void> => {
    const { files } = session.configWorld({})
    await openTransport(config.sending, { env: session.env, files, warn: session.terminal.complain }).verify()
  }
