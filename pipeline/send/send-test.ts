import type { Build } from './build.js'
import type { Composer } from './composer.js'
import type { SendingStore } from './sending-store.js'
import type { TestResult } from './service.js'
import type { Transport } from './transport.js'

/** What a test is sent with. */
export interface TestContext {
  readonly composer: Composer
  readonly transport: Transport
  readonly store: SendingStore
  /** Milliseconds since 1970. */
  time(): number
}

/** Sends a build to some addresses, and notes that it was tested where one was taken. */
export async function sendTest(
  build: Build,
  emails: readonly string[],
  { composer, transport, store: { ledger, readers }, time }: TestContext,
): Promise<readonly TestResult[]> {
  const { digest, slug, title, files, links } = build
  const channel = transport.channel()
  const results: TestResult[] = []
  try {
    for (const email of emails) {
      const reader = await readers.find(email)
      const { name, attributes = {} } = reader ?? {}
      const addressee = { reader: 0, email, attributes, ...(name === undefined ? {} : { name }) }
      // Each test is another message: mail programs show one of an identifier once.
      const mailing = `test:${digest}:${email}:${time()}`
      const verdict = await channel.send(await composer.message(addressee, mailing, 0))
      if (verdict.kind === 'sent') {
        await ledger.keep({ digest, slug, title, files, links })
        await ledger.noteTest(digest, email)
      }
      results.push({ email, verdict })
    }
  } finally {
    await channel.close()
  }
  return results
}
