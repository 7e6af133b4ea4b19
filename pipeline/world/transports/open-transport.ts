import type { SendingSettings } from '../../send/settings.js'
import { type Transport, TransportRefused } from '../../send/transport.js'
import type { World } from '../../world.js'
import { smtpTransport } from './smtp.js'

export async function openTransport(
  { smtp, pace }: SendingSettings,
  { env, log }: Pick<World, 'env' | 'log'>,
): Promise<Transport> {
  if (smtp) return smtpTransport(smtp, { pace, env, warn: words => log.info(words) })
  throw new TransportRefused('There is no way out: set `sending.smtp` or `sending.outbox` in the config.')
}
