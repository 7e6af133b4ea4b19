import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { loadConfig } from '../../../pipeline/config/load.js'
import { readBuild } from '../../../pipeline/send/build.js'
import type { Ledger } from '../../../pipeline/send/ledger.js'
import { localService, type ServiceContext } from '../../../pipeline/send/local-service.js'
import type { SendingStore } from '../../../pipeline/send/sending-store.js'
import type { Channel } from '../../../pipeline/send/transport.js'
import { sendingWorld } from '../../../pipeline/world/sending.js'
import { nodeWorld } from '../../../pipeline/world-node.js'
import {
  type HealthyServer,
  healthyServer,
  sendingPublication,
  sharedFolder,
} from '../../support/sending-publication.js'
import { testReader, testStore } from '../../support/sending-store.js'

const folder = sharedFolder()
const world = sendingWorld(nodeWorld({ env: {} }))
let server: HealthyServer
let store: SendingStore & { remove(): Promise<void> }

beforeAll(async () => {
  server = await healthyServer()
  await sendingPublication(folder.path, { port: 25, url: server.url })
})
afterAll(async () => {
  await server.close()
  await world.close()
  folder.remove()
})
beforeEach(async () => {
  store = await testStore(['anna', 'bela'])
  return () => store.remove()
})

/** A service whose mail server does as it is said, and whose ledger does otherwise where that is said. */
async function serviceOf(send: Channel['send'], ledger: Partial<Ledger> = {}) {
  const { config } = await loadConfig(world, { file: undefined, folder: folder.path })
  const context: ServiceContext = {
    publication: config.publication,
    settings: config.sending,
    store: { ...store, ledger: { ...store.ledger, ...ledger } },
    secret: new Uint8Array(32),
    world,
    transport: async () => ({
      name: 'a test',
      connections: 1,
      verify: async () => undefined,
      channel: () => ({ send, close: async () => undefined }),
    }),
    signer: async () => undefined,
  }
  const build = await readBuild(join(folder.path, 'dist/tides'), 'tides', world.files)
  return { service: localService(context), build }
}

const going = { signal: new AbortController().signal }
const ok: Channel['send'] = async () => ({ kind: 'sent', response: '250 ok' })

/** What a launch of the build is asked with. */
const confirmed = (build: Awaited<ReturnType<typeof serviceOf>>['build']) => ({
  build,
  audience: {},
  confirm: build.digest,
  untested: true,
})

test('that it cannot be told how far a launch is does not end it', async () => {
  let isAway = false
  const { service, build } = await serviceOf(ok, {
    async counts(launch) {
      if (isAway) throw new Error('the disk is away')
      return store.ledger.counts(launch)
    },
  })
  const { id } = await service.launch(confirmed(build))
  isAway = true
  expect(await service.send(id, { ...going, progress: () => undefined })).toEqual({ kind: 'done' })
  expect(await store.ledger.counts(id)).toMatchObject({ sent: 2 })
})

test('what is tried anew while the last messages are noted is sent by the same process', async () => {
  let isFirst = true
  const { service, build } = await serviceOf(
    async message => {
      if (!isFirst || message.envelope.to !== 'anna@example.org') return ok(message)
      return { kind: 'failed', noMailbox: false, reason: '550 no' }
    },
    {
      async end(turn, results) {
        await store.ledger.exchange(turn, results, 0)
        if (isFirst) await store.ledger.reopen(turn.launch.id, ['failed'])
        isFirst = false
        return store.ledger.end(turn, [])
      },
    },
  )
  const { id } = await service.launch(confirmed(build))
  expect(await service.send(id, going)).toEqual({ kind: 'done' })
  expect(await store.ledger.counts(id)).toMatchObject({ sent: 2, failed: 0 })
})

test('of two launches of an issue at once each reader is in one', async () => {
  const sent: string[] = []
  const { service, build } = await serviceOf(async message => {
    sent.push(message.envelope.to)
    return ok(message)
  })
  const launches = await Promise.allSettled([
    service.launch(confirmed(build)),
    service.launch(confirmed(build)),
  ])
  expect(launches.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  for (const { launch } of await service.launches()) await service.send(launch.id, going)
  expect(sent.toSorted()).toEqual(['anna@example.org', 'bela@example.org'])
})

test('a launch that was cancelled meanwhile is not said to be done', async () => {
  const { service, build } = await serviceOf(async message => {
    for (const { launch } of await service.launches()) await service.setState(launch.id, 'cancelled')
    return ok(message)
  })
  await store.readers.add(['cleo', 'dora', 'egon'].map(name => testReader(name)))
  const { id } = await service.launch(confirmed(build))
  expect(await service.send(id, going)).toEqual({ kind: 'stopped' })
  expect(await store.ledger.counts(id)).toMatchObject({ pending: 0, claimed: 0, deferred: 0 })
})
