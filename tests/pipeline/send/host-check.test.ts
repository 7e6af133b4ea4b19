import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sha256 } from '../../../pipeline/send/build.js'
import { checkHost } from '../../../pipeline/send/host-check.js'
import { nodeWorld } from '../../../pipeline/world-node.js'
import type { IssueReport } from '../../../pipeline/write/report.js'

/** What the host has, by path. */
let files: Record<string, Uint8Array>
let asked: string[]
let server: Server
let url: string

beforeEach(async () => {
  files = {}
  asked = []
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    // One that gives what is asked for would give nothing else.
    expect(request.headers.accept).toBe('*/*')
    const body = files[request.url ?? '']
    response.writeHead(body ? 200 : 404).end(body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/letters`
})
afterEach(() => new Promise(resolve => server.close(resolve)))

const bytesOf = (text: string) => new TextEncoder().encode(text)

/** The report of a build whose files are all at the host. */
function published(formats: Readonly<Record<string, Readonly<Record<string, string>>>>): IssueReport {
  const entries = Object.entries(formats).map(([format, contents]) => [
    format,
    {
      state: 'built',
      sizes: {},
      files: Object.entries(contents).map(([path, text]) => {
        files[`/letters/high%20water/${encodeURI(path)}`] = bytesOf(text)
        return { path, bytes: bytesOf(text).length, sha256: sha256(bytesOf(text)) }
      }),
    },
  ])
  return {
    trifold: '1',
    slug: 'high water',
    title: 'High water',
    messages: [],
    formats: Object.fromEntries(entries),
  }
}

const check = (report: IssueReport) => checkHost({ url, report }, nodeWorld())

const all = {
  email: { 'email.html': 'a', 'email.parts.json': 'b', 'images/1.png': 'c' },
  web: { 'index.html': 'page', 'item.json': 'e', 'images/2.png': 'f' },
  pdf: { 'high water.pdf': 'g' },
  epub: { 'high water.epub': 'h' },
}

describe('the host', () => {
  test('that has every file as it was built is well, and is asked for nothing else', async () => {
    expect(await check(published(all))).toEqual([])
    expect(asked.toSorted().map(path => path.replace('/letters/high%20water/', ''))).toEqual([
      'high%20water.epub',
      'high%20water.pdf',
      'images/1.png',
      'images/2.png',
      'index.html',
    ])
  })

  test.each(['index.html', 'images/1.png', 'high%20water.pdf', 'high%20water.epub'])(
    'that has one other byte in %s is found out',
    async path => {
      const report = published(all)
      const address = `/letters/high%20water/${path}`
      const bytes = Uint8Array.from(files[address] ?? [])
      bytes[0] = (bytes[0] ?? 0) ^ 1
      files[address] = bytes
      expect(await check(report)).toEqual([
        `${url}/high%20water/${path} is not as it was built; upload the folder again`,
      ])
    },
  )

  test('that lacks a file, or has more than it, is found out', async () => {
    const report = published(all)
    delete files['/letters/high%20water/index.html']
    files['/letters/high%20water/images/2.png'] = bytesOf('f'.repeat(100_000))
    const faults = await check(report)
    expect(faults.length).toBe(2)
    expect(faults.join('\n')).toMatch(/index\.html cannot be had: .*404/)
  })

  test('that does not answer is found out', async () => {
    const report = published(all)
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
    const faults = await check(report)
    expect(faults.length).toBe(5)
    expect(faults[0]).toMatch(/cannot be had/)
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  })
})
