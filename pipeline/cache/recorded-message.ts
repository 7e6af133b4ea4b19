import type { Point, Position } from 'unist'
import { VFileMessage } from 'vfile-message'

/** A message as it stands in a record. */
export interface RecordedMessage {
  readonly reason: string
  readonly file: string
  readonly place?: Point | Position
  readonly rule?: string
  readonly source?: string
  readonly url?: string
  /** As a message has it, which has nothing there for an info. */
  readonly fatal?: boolean
}

/** A message as data. */
export function recordMessage(message: VFileMessage): RecordedMessage {
  const { reason, file, place, ruleId, source, url, fatal } = message
  return {
    reason,
    file: file ?? '',
    ...(place ? { place } : {}),
    ...(ruleId ? { rule: ruleId } : {}),
    ...(source ? { source } : {}),
    ...(url ? { url } : {}),
    ...(typeof fatal === 'boolean' ? { fatal } : {}),
  }
}

/** The message again. */
export function messageOf({ reason, file, place, rule, source, url, fatal }: RecordedMessage): VFileMessage {
  const message = new VFileMessage(reason, { place, ruleId: rule, source })
  message.file = file
  if (url !== undefined) message.url = url
  message.fatal = fatal
  return message
}
