import type { Config } from '../config/config.js'
import { loadConfig } from '../config/load.js'
import type { Finding } from '../finding.js'
import { checkNames } from '../send/identity/check-names.js'
import { checkSettings, checkTransport } from '../send/identity/check-settings.js'
import type { NameQueries } from '../send/identity/names.js'
import type { DkimSettings } from '../send/settings.js'
import type { World } from '../world.js'
import type { ExitCode } from './exit.js'
import type { CommonOptions, Session } from './session.js'
import { tellFindings } from './tell-findings.js'

/** What is asked outside this machine. */
export interface SendingDoors {
  /** The names of the network; those that this machine knows by default. */
  readonly names?: NameQueries
  /** Tries the mail server of a config. Without it, what the config says is told, and nothing is tried. */
  readonly verify?: (config: Config) => Promise<void>
}

/**
 * `trifold doctor --sending`: whether receivers will believe that a message is the publication's. Sends nothing.
 *
 * @throws ConfigError
 */
export async function doctorSending(
  options: CommonOptions,
  session: Session,
  { names, verify }: SendingDoors = {},
): Promise<ExitCode> {
  const world = session.configWorld(options)
  const { config } = await loadConfig(world, { file: options.config, folder: session.cwd })
  const { from } = config.publication.email
  const key = await keyOf(config.sending.dkim, world)
  const sender = {
    settings: config.sending,
    ...(from === undefined ? {} : { from }),
    ...(key === undefined ? {} : { signingKey: key }),
  }
  const ask = names ?? (await import('../world/dns.js')).nodeNames(session.signal)
  const findings: Finding[] = [
    ...checkSettings(sender),
    await checkTransport(
      { ...config.sending, transporter: config.transporter },
      verify && (() => verify(config)),
    ),
    ...(await checkNames(sender, ask)),
  ]
  return tellFindings(findings, options, session)
}

/** The private key, of the environment before that of the file; a file that cannot be read is none, and the finding says so. */
async function keyOf(dkim: DkimSettings | undefined, { env, files }: World): Promise<string | undefined> {
  if (env.TRIFOLD_DKIM_KEY) return env.TRIFOLD_DKIM_KEY
  if (dkim?.keyFile === undefined) return undefined
  const bytes = await files.read(dkim.keyFile).catch(() => undefined)
  return bytes && new TextDecoder().decode(bytes)
}
