import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { resolveConfig } from '../../pipeline/config/resolve.js'
import { countedLinks } from '../../pipeline/send/links/address.js'
import { openStore } from '../../pipeline/world/store/open-store.js'
import { wordsIn } from '../../templates/words.js'
import { temporaryFolder, trifold } from '../support/cli.js'
import { testReader } from '../support/sending-store.js'
import { examplesOf, readPage } from './page.js'

const page = readPage('docs/sending.md')
const [, part = ''] = page.split('\n## Privacy\n')
const exampleIn = (language: string) =>
  examplesOf(page).find(each => each.section === 'Counting links' && each.language === language)?.text ?? ''

describe('“Privacy” of docs/sending.md', () => {
  test('has a config that counts links, and what the email says then', () => {
    const found: unknown[] = []
    const { sending, publication } = resolveConfig(
      parse(exampleIn('yaml')),
      '/letters/trifold.yaml',
      (...finding) => found.push(finding),
    )
    expect(found).toEqual([])
    expect([sending.countLinks, publication.email.countsLinks]).toEqual([true, true])
    expect(part).toContain(`\n> ${wordsIn('en').countsLinks}\n`)
    const links = ['https://a.example/', 'https://b.example/', 'https://c.example/']
    const address = countedLinks({ url: sending.url ?? '', digest: '', links }, 7)('https://c.example/')
    expect(part).toContain(`\`${address}\``)
  })

  test('shows the counts as they are told', async () => {
    const cwd = temporaryFolder()
    writeFileSync(join(cwd, 'trifold.yaml'), exampleIn('yaml'))
    const store = await openStore(join(cwd, 'readers'), { time: () => 1, isRunning: () => true })
    try {
      await store.readers.add([testReader('anna'), testReader('bela')])
      const links = ['https://maps.example.org/', 'https://tables.example.org/today']
      const build = {
        digest: 'd',
        slug: 'tides',
        title: 'Tides',
        files: new Map<string, Uint8Array>(),
        links,
      }
      const { id } = await store.ledger.launch({ mailing: 'tides', build, startsAt: 0 })
      const turn = await store.ledger.begin(id, process.pid)
      const { claims } = await store.ledger.exchange(turn, [], 10)
      const results = claims.map(({ reader }) => ({ reader, state: 'sent', response: '250 ok' }) as const)
      await store.ledger.end(turn, results)
      await store.links.add([
        { launch: id, number: 1, count: 1 },
        { launch: id, number: 2, count: 5 },
      ])
    } finally {
      await store.close()
    }
    expect((await trifold(['send', 'status', 'tides'], { cwd })).stdout).toBe(exampleIn('text'))
  })
})
