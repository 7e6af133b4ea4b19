import type { Config } from '../../config/config.js'
import { type PreviewSending, SendingRefused } from '../../preview/sending.js'
import { readAddress } from '../../readers/address.js'
import { SignerRefused } from '../../send/compose/dkim/signing-key.js'
import { LaunchRefused } from '../../send/service.js'
import { UsageError } from '../exit.js'
import type { CommonOptions, Session } from '../session.js'
import { findBuild } from './find-build.js'
import { launchCommand } from './launch-command.js'
import type { Sending } from './open-sending.js'

/** Sending for the preview's page, as `trifold send` does it. @param config the one in force */
export function previewSending(
  options: Pick<CommonOptions, 'config'>,
  session: Session,
  config: () => Config,
): PreviewSending {
  let last: Promise<unknown> = Promise.resolve()

  /** One after another: who presses twice does not open the list twice. */
  function inTurn<What>(work: (sending: Sending) => Promise<What>): Promise<What> {
    const next = last.then(() => told(work))
    last = next.catch(() => undefined)
    return next
  }

  async function told<What>(work: (sending: Sending) => Promise<What>): Promise<What> {
    const lacking = lacks(config())
    if (lacking.length > 0) throw new SendingRefused(lacking)
    try {
      const { withSending } = await import('./open-sending.js')
      return await withSending(options, session, work)
    } catch (error) {
      if (error instanceof LaunchRefused) throw new SendingRefused(error.faults)
      if (error instanceof UsageError || error instanceof SignerRefused)
        throw new SendingRefused([error.message])
      throw error
    }
  }

  return {
    lacks: () => lacks(config()),
    plan: slug =>
      inTurn(async ({ config, service, world }) => {
        const build = await findBuild(slug, config, session.cwd, world)
        const plan = await service.plan({ build, audience: {}, signal: session.signal })
        const isReady = plan.faults.length === 0 && plan.isTested
        return { plan, ...(isReady ? { command: launchCommand(plan) } : {}) }
      }),
    async test(slug, to) {
      const address = readAddress(to)
      if ('fault' in address) throw new SendingRefused([address.fault])
      return inTurn(async ({ config, service, world }) => {
        const build = await findBuild(slug, config, session.cwd, world)
        const [result] = await service.test({ build, signal: session.signal }, [address.email])
        if (!result) throw new SendingRefused(['Nothing was sent.'])
        return result
      })
    },
  }
}

/** What the config does not say yet, and sending asks for. */
export function lacks({ publication, sending, transporter }: Config): readonly string[] {
  const lacking: string[] = []
  if (publication.email.from === undefined)
    lacking.push('Nobody is named as the sender. Set `email.from` in the config.')
  if (!sending.smtp && sending.outbox === undefined && !transporter)
    lacking.push(
      'There is no way out for messages. Set `sending.smtp` in the config, or `sending.outbox` to a folder that they are written to.',
    )
  return lacking
}
