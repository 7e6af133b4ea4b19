import type { VFileMessage } from 'vfile-message'
import type { Templates } from '../../templates/overrides.js'
import type { Format, Publication } from '../article.js'
import type { RemoteImages } from '../assets/image-remote.js'
import type { Severities } from '../check/settle.js'
import type { SendingSettings } from '../send/settings.js'
import type { Transporter } from '../send/transporter.js'

/** A publication's config, checked and whole. */
export interface Config {
  /** The file it was read from; undefined outside a publication. */
  readonly file?: string
  /** Of a config in code, the sources that were run, its own and what it imports but of packages, by absolute path. */
  readonly sources?: ReadonlyMap<string, string>
  /** The folder of the publication: the config's, absolute. */
  readonly root: string
  readonly publication: Publication
  /** What is built, in the order it is built. */
  readonly formats: readonly Format[]
  /** Absolute. Nothing outside it is read into an article. */
  readonly contentDir: string
  /** Absolute. */
  readonly outputDir: string
  /** Names that may stand in `{{ }}`, with the default of each where it has one. */
  readonly mergeTags: ReadonlyMap<string, string | undefined>
  /** How Trifold sends; where its list and ledger stand it says in any case. */
  readonly sending: SendingSettings
  /** What takes the messages instead of a mail server, `sending.transport`; only a config in code has any. */
  readonly transporter?: Transporter
  readonly math: { readonly singleDollar: boolean }
  /** Which pictures at other addresses may be fetched; none where nothing is said. */
  readonly remoteImages?: RemoteImages
  /** What rules weigh here, where that is not what the table of rules says. */
  readonly severities?: Severities
  /** The browser that prints: an absolute path, or a command's name. */
  readonly browser?: string
  /** Chromium's sandbox; undefined leaves it to who runs the process. */
  readonly sandbox?: boolean
  /** Handlers and layouts of the publication's own; only a config in code has any. */
  readonly templates?: Templates
}

/** A config that cannot be used; exit code 2. */
export class ConfigError extends Error {
  override name = 'ConfigError'

  /** @param messages what is wrong, each with its place and rule id; one of them at least is an error */
  constructor(readonly messages: readonly VFileMessage[]) {
    super(messages.map(message => `${message.file}: ${message.reason}`).join('\n'))
  }
}
