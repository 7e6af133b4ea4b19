import type { MessagePort } from 'node:worker_threads'
import type { RecordDraft } from '../cache/record-of.js'
import { messageOf, type RecordedMessage, recordMessage } from '../cache/recorded-message.js'
import type { FiledIgnore } from '../check/settle.js'
import type { Config } from '../config/config.js'
import type { IssueResult } from '../passage.js'
import type { IssueSource } from '../read/find.js'
import type { PublishRequest } from '../request.js'
import type { World } from '../world.js'

/** What every issue of a run has in common, as a thread is told of it. */
export interface ThreadSetting {
  /** Without a signal, which stays where it is raised; its config without what is a function. */
  readonly request: Omit<PublishRequest, 'signal'>
  /** The config's file, where it has functions and every thread has to read it for itself. */
  readonly configFile?: string
  readonly env: World['env']
  /** See `cacheFolder`. */
  readonly caches?: string
  /** See `World.browserBuild`. */
  readonly browserBuild: string
}

/** One issue for a thread. */
export interface Task {
  readonly source: IssueSource
  readonly port: MessagePort
  /** The same for every issue. */
  readonly setting: ThreadSetting
}

/** What a thread made of it. */
export interface TaskResult {
  readonly result: Omit<IssueResult, 'source' | 'messages' | 'silenced'>
  readonly messages: readonly RecordedMessage[]
  readonly silenced: readonly {
    readonly message: RecordedMessage
    readonly because: string
    readonly by: FiledIgnore
  }[]
  readonly record?: RecordDraft
}

/** A config that can be copied to a thread. */
export function copyable(config: Config): Config {
  const { templates: _, transporter: __, ...values } = config
  return values
}

/** What is copied to the thread that asked. */
export const taskResult = ({ source: _, messages, silenced, ...result }: IssueResult): TaskResult => ({
  result,
  messages: messages.map(recordMessage),
  silenced: silenced.map(({ message, because, by }) => ({ message: recordMessage(message), because, by })),
})

/** The result again. */
export const resultOfTask = (
  source: IssueSource,
  { result, messages, silenced }: TaskResult,
): IssueResult => ({
  ...result,
  source,
  messages: messages.map(messageOf),
  silenced: silenced.map(({ message, because, by }) => ({ message: messageOf(message), because, by })),
})
