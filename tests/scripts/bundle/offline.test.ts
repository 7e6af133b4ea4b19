import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'
import { afterAll, expect, test } from 'vitest'
import { browsersLater } from '../../../scripts/bundle/browsers-later.mjs'
import { offline } from '../../../scripts/bundle/offline.mjs'
import { projectRoot } from '../../support/built-samples.js'

const folder = mkdtempSync(join(tmpdir(), 'trifold-offline-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('what packs, mails and prints loads nothing that reaches a network, and fails if it is asked to', async () => {
  symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'))
  const source = join(folder, 'source.js')
  writeFileSync(
    source,
    `export { EPub } from 'epub-gen-memory'
     export { default as MailComposer } from 'nodemailer/lib/mail-composer'
     export { default as puppeteer } from 'puppeteer'`,
  )
  const bundle = await rolldown({ input: source, platform: 'node', plugins: [offline, browsersLater] })
  const dir = join(folder, 'out')
  const { output } = await bundle.write({ dir, format: 'esm' })
  await bundle.close()
  const chunks = output.flatMap(file => (file.type === 'chunk' ? [file] : []))
  const ids = chunks.flatMap(({ moduleIds }) => moduleIds)
  expect(ids.filter(id => /node_modules[\\/](?:node-fetch|whatwg-url|tr46|ws)[\\/]/.test(id))).toEqual([])
  expect(ids.filter(id => /nodemailer.*[\\/]fetch[\\/]/.test(id))).toEqual([])
  const entry = chunks.find(({ isEntry }) => isEntry)
  expect(entry?.imports).not.toContain('node:https')

  const { MailComposer, puppeteer } = await import(pathToFileURL(join(dir, 'source.js')).href)
  // As we compose: it is refused before it would be fetched.
  const mail = new MailComposer({ html: { path: 'https://example.org/a.html' }, disableUrlAccess: true })
  await expect(mail.compile().build()).rejects.toThrow(/url access/i)
  const connecting = puppeteer.connect({ browserWSEndpoint: 'ws://127.0.0.1:9/' })
  await expect(connecting).rejects.toThrow('expected a browser on a pipe')
})
