import type { Publication } from '../article.js'
import { written } from '../bind/email/pieces.js'
import { readerAddresses } from '../readers/addresses.js'
import { FetchRefused, type World } from '../world.js'
import { mailingOf, membersOf } from './audience.js'
import type { Build } from './build.js'
import { missingValues, requiredSlots } from './compose/missing-values.js'
import type { Composer } from './composer.js'
import { checkHost } from './host-check.js'
import type { SendingStore } from './sending-store.js'
import type { Audience, Plan, PlanRequest, Recipient } from './service.js'
import type { SendingSettings } from './settings.js'
import { type Faults, setupFaults } from './setup-faults.js'

/** What a plan is made with. */
export interface PlanContext {
  readonly publication: Publication
  readonly settings: SendingSettings
  readonly secret: Uint8Array
  readonly store: SendingStore
  readonly world: Pick<World, 'fetch'>
  /** What makes the messages, or why none can be made. */
  readonly composer: Composer | { readonly fault: string }
  /** The transport's name, or why there is none. */
  readonly through: string | { readonly fault: string }
  /** What is wrong with the signature. */
  readonly signing: Faults
}

/** So many who would get it are shown. */
const shown = 20
/** So many who lack something are named. */
const named = 3

/** Looks at everything that a launch depends on. */
export async function planOf(request: PlanRequest, context: PlanContext): Promise<Plan> {
  const { build, audience } = request
  const { publication, settings, store, composer, through } = context
  const { faults, warnings } = setupFaults(build, publication, settings)
  const counted = await count(request, context)
  const host = await hostFaults(request, context)
  const isRehearsed = settings.outbox !== undefined
  const lacking = [...counted.lacking].map(
    ([name, { readers, first }]) =>
      `${readers === 1 ? 'One reader has' : `${readers} readers have`} no value for {{ ${name} }}, which has no default: ${first.join(', ')}${readers > first.length ? '...' : ''}. Give it a default in the text, or leave them out with --segment.`,
  )
  const nobody = counted.readers > 0 ? [] : [whyNobody(audience, counted.numbers, isRehearsed)]
  return {
    digest: build.digest,
    slug: build.slug,
    title: build.title,
    subject: written(build.parts.subject, 'header'),
    from: publication.email.from ?? '',
    through: typeof through === 'string' ? through : '',
    ...counted.numbers,
    faults: [
      ...faults,
      // What the setup lacks, the composer lacks as well.
      ...('fault' in composer && faults.length === 0 ? [composer.fault] : []),
      ...(typeof through === 'string' ? [] : [through.fault]),
      ...context.signing.faults,
      ...lacking,
      ...(isRehearsed ? [] : host),
      ...nobody,
      ...(audience.correction ? await unchanged(build, store) : []),
    ],
    warnings: [
      ...(isRehearsed
        ? [
            'This is a rehearsal: messages are written to a folder and reach nobody. Take `sending.outbox` out of the config to send them.',
            ...host,
          ]
        : []),
      ...warnings,
      ...context.signing.warnings,
    ],
    isTested: await store.ledger.wasTested(build.digest),
  }
}

/** A correction is another build than those that it corrects. */
async function unchanged({ slug, digest }: Build, { ledger }: SendingStore): Promise<readonly string[]> {
  const launches = await ledger.launches(slug)
  return launches.some(launch => launch.mailing === slug && launch.digest === digest)
    ? [
        'This build is the one that was sent. Say in `corrections` of the article what was wrong, and build it.',
      ]
    : []
}

function whyNobody(
  { segment, correction }: Audience,
  { already, leftOut }: { readonly already: number; readonly leftOut: number },
  isRehearsed: boolean,
): string {
  if (already > 0)
    return isRehearsed
      ? 'Everybody it is for was in a rehearsal of this build, or is about to be.'
      : 'Everybody it is for has had it, or is about to.'
  if (segment !== undefined && leftOut > 0 && !correction)
    return `Nobody is in the segment ${segment}; is it written as it stands in \`trifold readers list\`?`
  if (correction) return 'Nobody was sent the issue that this corrects.'
  return 'There is nobody to send it to: nobody on the list is active. `trifold readers add` and `trifold readers import` put readers on it.'
}

/** Goes through the whole list once. */
async function count({ build, audience }: PlanRequest, { store, settings, composer }: PlanContext) {
  const required = requiredSlots(build.parts)
  const lacking = new Map<string, { readers: number; first: string[] }>()
  const first: Recipient[] = []
  let readers = 0
  let already = 0
  let leftOut = 0
  for await (const { reader, stands } of membersOf(mailingOf(build, audience, settings), store)) {
    if (stands === 'already') already += 1
    if (stands === 'left-out') leftOut += 1
    if (stands !== 'to-send') continue
    readers += 1
    const { id, email, name, attributes } = reader
    if (first.length < shown) first.push({ id, email, ...(name === undefined ? {} : { name }) })
    if (required.length === 0 || 'fault' in composer) continue
    const addressee = { reader: id, email, attributes, ...(name === undefined ? {} : { name }) }
    for (const tag of missingValues(required, composer.values(addressee, 0))) {
      const entry = lacking.get(tag) ?? { readers: 0, first: [] }
      entry.readers += 1
      if (entry.first.length < named) entry.first.push(email)
      lacking.set(tag, entry)
    }
  }
  return { readers, already, lacking, numbers: { readers, already, leftOut, first } }
}

/** What is looked for where the publication says that it is. */
async function hostFaults(
  { build, signal }: PlanRequest,
  { publication, settings, secret, world }: PlanContext,
): Promise<readonly string[]> {
  const { url } = publication
  const pages = url === undefined ? [] : await checkHost({ url, report: build.report, signal }, world)
  if (settings.url === undefined) return pages
  return [...pages, ...(await absentServer(settings.url, secret, world, signal))]
}

/**
 * Whether readers find the page where they leave, and it knows links of this list: one of nobody's is asked for, which
 * changes nothing.
 */
async function absentServer(
  url: string,
  secret: Uint8Array,
  world: Pick<World, 'fetch'>,
  signal: AbortSignal | undefined,
): Promise<string[]> {
  const { host } = new URL(url)
  const fault = async (address: string, expected?: string): Promise<string | undefined> => {
    try {
      const { bytes } = await world.fetch({
        url: address,
        allows: to => to.host === host,
        allowPrivate: true,
        accept: '*/*',
        bytes: 1_000_000,
        milliseconds: 30_000,
        signal,
      })
      // Hosts of files may have a page for every address.
      return expected === undefined || new TextDecoder().decode(bytes).trim() === expected
        ? undefined
        : 'what answers there is another program'
    } catch (error) {
      if (!(error instanceof FetchRefused)) throw error
      return error.message
    }
  }
  const down = await fault(`${url}/healthz`, 'ok')
  if (down !== undefined)
    return [
      `${url} does not answer as it should, and readers could not leave: ${sentence(down)} Start \`trifold readers serve\` there.`,
    ]
  const { unsubscribe } = readerAddresses(url, secret)
  const stranger = await fault(unsubscribe({ reader: 0, launch: 0 }))
  return stranger === undefined
    ? []
    : [
        `${url} does not know the links of this list, and readers could not leave: ${sentence(stranger)} Send from where its list is, with the same \`sending.folder\`, or with --host.`,
      ]
}

const sentence = (words: string): string => (/[.?!]$/.test(words) ? words : `${words}.`)
