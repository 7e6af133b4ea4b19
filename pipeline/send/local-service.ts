import type { Publication } from '../article.js'
import type { EmailParts } from '../render/email/parts.js'
import { isRehearsal, mailingOf, membersOf } from './audience.js'
import { type Build, buildOf, shownDigits } from './build.js'
import type { Signing } from './compose/dkim/open-signer.js'
import { SignerRefused } from './compose/dkim/signing-key.js'
import { PartsRefused } from './compose/parts-refused.js'
import { type Composer, composer } from './composer.js'
import type { Claim, Launch } from './ledger.js'
import { planOf } from './plan.js'
import { senderRules } from './rules.js'
import { sendTest } from './send-test.js'
import { type SenderRules, sendLaunch } from './sender.js'
import type { SendingStore } from './sending-store.js'
import type { SendingWorld } from './sending-world.js'
import {
  byHand,
  LaunchRefused,
  type LaunchRequest,
  type PlanRequest,
  type Recipient,
  type SendingService,
} from './service.js'
import type { SendingSettings } from './settings.js'
import { type Faults, leavingFaults } from './setup-faults.js'
import { type Transport, TransportRefused } from './transport.js'

/** What sending from this machine needs. */
export interface ServiceContext {
  readonly publication: Publication
  readonly settings: SendingSettings
  readonly store: SendingStore
  readonly secret: Uint8Array
  readonly world: SendingWorld
  /** @throws TransportRefused */
  transport(): Promise<Transport>
  /** What signs, where something does. @throws SignerRefused */
  signer(parts?: EmailParts): Promise<Signing | undefined>
}

/** A page of those who would get it. */
const pageSize = 500
/** How often whoever follows a sending is told how far it is. */
const tellEvery = 500

/** Sending from where the list and the ledger are. */
export function localService(context: ServiceContext): SendingService {
  const { publication, settings, store, secret, world } = context
  const { ledger } = store
  const rulesOf = new Map<number, SenderRules>()

  const composerOf = (build: Build, signing?: Signing): Composer =>
    composer({ build, publication, settings, secret, time: world.time, signing })

  function composerOrFault(build: Build): Composer | { readonly fault: string } {
    try {
      return composerOf(build)
    } catch (error) {
      if (!(error instanceof PartsRefused)) throw error
      return { fault: error.message }
    }
  }

  async function transportOrFault(): Promise<string | { fault: string }> {
    try {
      const transport = await context.transport()
      await transport.verify()
      return transport.name
    } catch (error) {
      if (!(error instanceof TransportRefused)) throw error
      return { fault: error.message }
    }
  }

  async function signingFaults({ parts }: Build): Promise<Faults> {
    try {
      const signing = await context.signer(parts)
      return { faults: [], warnings: signing?.warnings ?? [] }
    } catch (error) {
      if (!(error instanceof SignerRefused)) throw error
      return { faults: [error.message], warnings: [] }
    }
  }

  const plan = async (request: PlanRequest) =>
    planOf(request, {
      ...context,
      composer: composerOrFault(request.build),
      through: await transportOrFault(),
      signing: await signingFaults(request.build),
    })

  async function launch(request: LaunchRequest): Promise<Launch> {
    const { build, audience, confirm, startsAt = 0, untested } = request
    const { digest, slug, title, files, links } = build
    if (confirm.length < 8 || !digest.startsWith(confirm.toLowerCase()))
      throw new LaunchRefused([
        `Unexpected digest ${confirm}, expected ${digest.slice(0, shownDigits)}: the build is another than the one that you looked at. Look at this one, and confirm it.`,
      ])
    const earlier = async () => (request.id === undefined ? undefined : ledger.requested(request.id))
    const before = await earlier()
    if (before) return before
    const { faults, isTested } = await plan(request)
    const test =
      isTested || untested
        ? []
        : ['This build was not tested. Send it to yourself first: --test you@example.org; or add --untested.']
    if (faults.length + test.length > 0) {
      // The same request may have been done while this one was looked at: then nobody is left to send it to.
      const meanwhile = await earlier()
      if (meanwhile) return meanwhile
      throw new LaunchRefused([...faults, ...test])
    }
    const launched = await ledger.launch({
      ...mailingOf(build, audience, settings),
      build: { digest, slug, title, files, links },
      startsAt,
      ...(request.id === undefined ? {} : { request: request.id }),
    })
    const counts = await ledger.counts(launched.id)
    if (Object.values(counts).some(count => count > 0)) return launched
    await ledger.setState(launched.id, 'cancelled')
    throw new LaunchRefused(['Everybody it is for is in another launch, which was begun meanwhile.'])
  }

  const test: SendingService['test'] = async ({ build }, emails) => {
    const transport = await context.transport()
    await transport.verify()
    const composer = composerOf(build, await context.signer())
    return sendTest(build, emails, { composer, transport, store, time: world.time })
  }

  const send: SendingService['send'] = async (id, { signal, patience, progress }) => {
    const launch = await ledger.get(id)
    const kept = launch && (await ledger.kept(launch.digest))
    if (!launch || !kept) throw new LaunchRefused([`There is no launch ${id}.`])
    const otherWay = wrongWay(launch, settings)
    if (otherWay !== undefined) {
      const turn = await ledger.begin(id, world.pid)
      await ledger.setState(id, 'paused', otherWay)
      await ledger.end(turn, [])
      return { kind: 'halted', reason: otherWay }
    }
    const faults = leavingFaults(settings)
    if (faults.length > 0) throw new LaunchRefused(faults)
    const transport = await context.transport()
    await transport.verify()
    const made = composerOf(buildOf(kept.files, kept.links), await context.signer())
    // What was learnt of the mail server holds until the launch has come to an end of its own.
    const rules = rulesOf.get(id) ?? senderRules(settings.pace, () => (world.random(4)[0] ?? 0) / 256)
    rulesOf.set(id, rules)
    let toldAt = 0
    let telling = Promise.resolve()
    // How far it is can be told another time; it must not end the sending.
    const tell = async () => {
      if (progress)
        await ledger
          .counts(id)
          .then(progress)
          .catch(() => undefined)
    }
    for (;;) {
      const end = await sendLaunch({
        turn: await ledger.begin(id, world.pid),
        ledger,
        transport,
        compose: (claim: Claim) => made.message(claim, launch.mailing, id),
        rules,
        time: world.time,
        wait: world.wait,
        signal,
        patience,
        told() {
          const now = world.time()
          if (Math.abs(now - toldAt) < tellEvery) return
          toldAt = now
          telling = telling.then(tell)
        },
      })
      await telling
      await tell()
      if (end.kind !== 'put-off') rulesOf.delete(id)
      else if (patience === undefined && !signal.aborted) continue
      return end
    }
  }

  return {
    plan,
    test,
    launch,
    send,
    async recipients({ build, audience }, after) {
      const page: Recipient[] = []
      for await (const { reader, stands } of membersOf(mailingOf(build, audience, settings), store, after)) {
        if (stands !== 'to-send') continue
        const { id, email, name } = reader
        page.push({ id, email, ...(name === undefined ? {} : { name }) })
        if (page.length === pageSize) break
      }
      return page
    },
    launches: async slug =>
      Promise.all(
        (await ledger.launches(slug)).map(async each => ({
          launch: each,
          counts: await ledger.counts(each.id),
          links: await store.links.followed(each.id),
        })),
      ),
    deliveries: (id, states, after) => ledger.deliveries(id, states, after),
    setState: (id, state) => ledger.setState(id, state, state === 'paused' ? byHand : undefined),
    reopen: ledger.reopen,
    settleUnknown: ledger.settleUnknown,
  }
}

/** Why a launch must not go the way that this process has: what is written to a folder would be noted as sent. */
function wrongWay({ mailing }: Launch, { outbox }: SendingSettings): string | undefined {
  if (isRehearsal(mailing) === (outbox !== undefined)) return undefined
  return outbox === undefined
    ? 'It is a rehearsal, which goes to a folder, and `sending.outbox` of the config names none any more.'
    : `It is to reach its readers, and \`sending.outbox\` of the config leads to a folder: ${outbox}. Take it out; where \`trifold readers serve\` runs, start that again.`
}
