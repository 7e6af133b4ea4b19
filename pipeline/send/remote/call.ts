import { z } from 'zod'
import { LaunchRefused } from '../service.js'
import { type HttpAnswer, NoAnswer, type Post } from './door.js'
import { type Host, HostRefused, tokenVariable } from './host.js'
import {
  type Answered,
  type Asked,
  isSameRelease,
  type OperationName,
  operations,
  refusalOnTheWay,
  versionHeader,
} from './operations.js'

/** What a host is asked with. */
export interface CallContext {
  readonly host: Host
  /** This Trifold's. */
  readonly version: string
  readonly post: Post
  /** @throws the signal's reason when it is aborted */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>
}

/** Asks a host for an operation. @throws HostRefused, LaunchRefused; the signal's reason where it is aborted */
export type Call = <Name extends OperationName>(
  name: Name,
  asked: Asked<Name>,
  signal?: AbortSignal,
) => Promise<Answered<Name>>

/** Milliseconds before a request is made again. */
const pauses = [300, 1000, 3000]
/** A page of a thousand readers, or of what servers said of them, many times over. */
const mostOfAnswer = 20 * 1024 * 1024
/** A proxy stands there, and what is behind it did not answer in time, or at all (RFC 9110, 15.6.3 to 15.6.5). */
const ofProxy = new Set([502, 503, 504])

/** Makes the calls of a host. */
export function callsTo(context: CallContext): Call {
  const { host, wait } = context
  return async (name, asked, signal) => {
    const { mayRepeat } = operations[name]
    const body = JSON.stringify(asked)
    for (let tried = 0; ; tried++) {
      const answer = await once(context, name, body, signal)
      if (!(answer instanceof NoAnswer)) return readAnswer(answer, name, context)
      const isRepeated = mayRepeat ? isPassing(answer) : answer.kind === 'refused'
      const pause = isRepeated ? pauses[tried] : undefined
      if (pause === undefined) throw withoutAnswer(answer, name, host)
      await wait(pause, signal)
    }
  }
}

const isPassing = ({ kind }: NoAnswer) => kind === 'refused' || kind === 'lost' || kind === 'late'

/** One try. @returns why there is no answer, where there is none */
async function once(
  { host, version, post }: CallContext,
  name: OperationName,
  body: string,
  signal: AbortSignal | undefined,
): Promise<HttpAnswer | NoAnswer> {
  try {
    const answer = await post({
      url: `${host.url}/api/${name}`,
      headers: {
        authorization: `Bearer ${host.token}`,
        'content-type': 'application/json',
        accept: 'application/json',
        [versionHeader]: version,
      },
      body,
      milliseconds: operations[name].patience,
      bytes: mostOfAnswer,
      signal,
    })
    return ofProxy.has(answer.status) && answer.header(versionHeader) === null
      ? new NoAnswer('lost', `what is behind it did not answer (${answer.status})`)
      : answer
  } catch (error) {
    if (error instanceof NoAnswer) return error
    throw error
  }
}

/** What to do about an operation of which nobody knows whether it was done. */
const doubt: Partial<Record<OperationName, string>> = {
  test: 'Whether the test was sent is not known; look into the mailbox.',
  launch:
    'Whether it is launched is not known: `trifold send status` with the same --host says. Nobody gets it twice, should you confirm it again.',
  reopen: 'Whether it was done is not known: `trifold send status` with the same --host says.',
  'settle-unknown': 'Whether it was done is not known: `trifold send status` with the same --host says.',
}

function withoutAnswer(answer: NoAnswer, name: OperationName, host: Host): HostRefused {
  const isDoubtful = answer.kind === 'lost' || answer.kind === 'late'
  const more = isDoubtful ? doubt[name] : undefined
  return new HostRefused(
    `${host.name} cannot be asked: ${answer.message}.${more === undefined ? '' : ` ${more}`}`,
    isPassing(answer),
  )
}

function readAnswer<Name extends OperationName>(
  answer: HttpAnswer,
  name: Name,
  { host, version }: CallContext,
): Answered<Name> {
  const { status } = answer
  if (status === 401)
    throw new HostRefused(
      `${host.name} does not take the token: expected ${tokenVariable} to be the same as where \`trifold readers serve\` runs.`,
    )
  if (status === 429)
    throw new HostRefused(
      `${host.name} has heard too many wrong tokens from your network; wait ${seconds(answer)}, and set ${tokenVariable} right.`,
    )
  if (status === 408) throw new HostRefused(`${host.name} did not get the request in time.`, true)
  const running = answer.header(versionHeader)
  if (status === 413 && running === null)
    throw new HostRefused(
      `The proxy before ${host.name} takes no request as large as this build, and has to: of nginx it is \`client_max_body_size 45m\`.`,
    )
  if (running === null) throw new HostRefused(notTrifold(host, status))
  if (status === 200) {
    if (!isSameRelease(running, version))
      throw new HostRefused(
        `${host.name} has another Trifold than this one, ${version}: install the same version on both.`,
      )
    const read = operations[name].answers.safeParse(json(answer))
    // The schema of a name gives what that name answers; the compiler sees all names at once.
    if (read.success) return read.data as Answered<Name>
    throw new HostRefused(
      `${host.name} gave an answer that this Trifold does not read: ${z.prettifyError(read.error).slice(0, 500)}`,
    )
  }
  const refusal = refusalOnTheWay.safeParse(json(answer)).data
  if (refusal && 'faults' in refusal) throw new LaunchRefused(refusal.faults)
  throw new HostRefused(`${host.name}: ${refusal?.error ?? `the answer was ${status}`}`)
}

const notTrifold = ({ name, url }: Host, status: number): string =>
  status >= 300 && status < 400
    ? `${name} leads on to another address (${status}), where the token is not sent: name that one with --host.`
    : `At ${url} no Trifold takes launches (${status} at ${url}/api): expected \`trifold readers serve\` with ${tokenVariable} set there, and all of its paths passed on by a proxy before it.`

function seconds(answer: HttpAnswer): string {
  const [said] = /^\d{1,5}$/.exec(answer.header('retry-after') ?? '') ?? []
  return said === undefined ? 'a while' : `${said} s`
}

function json({ body }: HttpAnswer): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return undefined
  }
}
