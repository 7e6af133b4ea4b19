import { BuildRefused } from '../../send/build.js'
import { SignerRefused } from '../../send/compose/dkim/signing-key.js'
import { PartsRefused } from '../../send/compose/parts-refused.js'
import { HostRefused } from '../../send/remote/host.js'
import { StoreUnavailable } from '../../send/sending-store.js'
import { LaunchRefused } from '../../send/service.js'
import { TransportRefused } from '../../send/transport.js'
import { UsageError } from '../exit.js'

/** Errors that tell a person what to do. */
const told = [
  BuildRefused,
  HostRefused,
  LaunchRefused,
  PartsRefused,
  SignerRefused,
  StoreUnavailable,
  TransportRefused,
]

/** What stands in the way of sending as the command's own error; what nobody foresaw as it is. */
export const asUsage = (error: unknown): unknown =>
  error instanceof Error && told.some(kind => error instanceof kind) ? new UsageError(error.message) : error
