import { readAddress } from '../../readers/address.js'
import { arrivedBuild } from '../../send/remote/build-on-the-way.js'
import type { Answered, Asked, OperationName } from '../../send/remote/operations.js'
import type { SendingService } from '../../send/service.js'

/** What a request asks for is not there, or is not as it has to be. The message tells a person. */
export class RequestRefused extends Error {
  override name = 'RequestRefused'
}

/** One handler an operation. */
export type Handlers = {
  readonly [Name in OperationName]: (asked: Asked<Name>, signal: AbortSignal) => Promise<Answered<Name>>
}

/** Does what is asked, by the service of this machine. */
export function handlersOf(service: SendingService): Handlers {
  /** @throws RequestRefused where there is none */
  async function mustBe(id: number): Promise<number> {
    const all = await service.launches()
    if (!all.some(({ launch }) => launch.id === id)) throw new RequestRefused(`There is no launch ${id}.`)
    return id
  }
  return {
    ready: async () => true,
    plan: ({ build, audience }, signal) => service.plan({ build: arrivedBuild(build), audience, signal }),
    recipients: ({ after, ...request }) => service.recipients(request, after),
    test: async ({ build, emails }, signal) =>
      service.test({ build: arrivedBuild(build), signal }, emails.map(addressOf)),
    // Whoever asked may be gone by now. What they asked for is done all the same, and found when they ask again.
    launch: ({ build, ...request }) => service.launch({ ...request, build: arrivedBuild(build) }),
    launches: ({ slug }) => service.launches(slug),
    deliveries: ({ launch, states, after }) => service.deliveries(launch, states, after),
    'set-state': async ({ launch, state }) => service.setState(await mustBe(launch), state),
    reopen: async ({ launch, states, readers }) => service.reopen(await mustBe(launch), states, readers),
    'settle-unknown': async ({ launch, readers }) => service.settleUnknown(await mustBe(launch), readers),
  }
}

function addressOf(written: string): string {
  const address = readAddress(written)
  if ('fault' in address) throw new RequestRefused(address.fault)
  return address.email
}
