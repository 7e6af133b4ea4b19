import type { Config } from '../../config/config.js'
import { openTransport } from '../../world/transports/open-transport.js'
import type { Session } from '../session.js'

/** Tries what takes the messages, without sending any. @throws TransportRefused */
export const verifyTransport =
  (session: Session) =>
  async (config: Config): Promise<void> => {
    const { files } = session.configWorld({})
    const { transporter } = config
    const { env, terminal } = session
    await openTransport(config.sending, { env, files, transporter, warn: terminal.complain }).verify()
  }
