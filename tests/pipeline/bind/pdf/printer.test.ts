import { setImmediate, setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { bindPdf, openPrinter, PrintFailed } from '../../../../pipeline/bind/pdf/bind.js'
import { launch } from './browser.js'
import { printDocument, realisticBody } from './document.js'
import { opened } from './opened.js'

const on = opened()

test('prints a document with its images and fonts', async () => {
  const { bytes, missing } = await bindPdf(on.printer, printDocument(realisticBody))
  expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-')
  expect(missing).toEqual([])
})

test('names what a document asks for and does not get', async () => {
  const body = '<p><img src="/images/none.png" alt="None"><img src="/images/square.png" alt="A square"></p>'
  const { missing } = await bindPdf(on.printer, printDocument(body))
  expect(missing).toEqual(['/images/none.png'])
})

test('prints more documents at once than it has pages', async () => {
  const printed = await Promise.all(
    Array.from({ length: 5 }, (_, n) => bindPdf(on.printer, printDocument(`<p>Document ${n}</p>`))),
  )
  expect(printed).toHaveLength(5)
  const mine = (await on.browser.pages()).filter(page => page.url().startsWith('http://press.invalid'))
  expect(mine).toHaveLength(2)
})

test('a page that was opened beforehand is the one that prints', async () => {
  const own = await openPrinter(on.browser)
  const before = (await on.browser.pages()).length
  const warming = own.warmUp?.()
  await bindPdf(own, printDocument('<p>First</p>'))
  await warming
  expect((await on.browser.pages()).length).toBe(before + 1)
  await own.close()
  const other = await openPrinter(on.browser)
  await other.warmUp?.()
  await other.close()
  expect((await on.browser.pages()).length).toBe(before)
})

test('an abort ends a print with its reason, and the printer goes on', async () => {
  const controller = new AbortController()
  const printing = bindPdf(on.printer, printDocument(realisticBody), controller.signal)
  await setImmediate()
  controller.abort(new Error('No longer wanted'))
  await expect(printing).rejects.toThrow('No longer wanted')
  await expect(
    bindPdf(on.printer, printDocument(realisticBody), AbortSignal.abort(new Error('Never wanted'))),
  ).rejects.toThrow('Never wanted')
  await expect(bindPdf(on.printer, printDocument('<p>Next</p>'))).resolves.toMatchObject({ missing: [] })
})

test('a page that breaks midway fails its own print only', async () => {
  const own = await openPrinter(on.browser)
  await bindPdf(own, printDocument('<p>Warm</p>'))
  const [victim] = (await on.browser.pages()).slice(-1)
  const printing = bindPdf(own, printDocument(realisticBody))
  const failed = expect(printing).rejects.toThrow(PrintFailed)
  await victim?.close()
  await failed
  await expect(bindPdf(own, printDocument('<p>Next</p>'))).resolves.toMatchObject({ missing: [] })
  await own.close()
})

test('a page that was lost while it lay idle is not used again', async () => {
  const own = await openPrinter(on.browser)
  await bindPdf(own, printDocument('<p>Warm</p>'))
  const [victim] = (await on.browser.pages()).slice(-1)
  await victim?.close()
  await expect(bindPdf(own, printDocument('<p>Next</p>'))).resolves.toMatchObject({ missing: [] })
  await own.close()
})

test('a browser that dies midway is a PrintFailed, and so is every print after it', async () => {
  const mortal = await launch()
  const own = await openPrinter(mortal)
  await bindPdf(own, printDocument('<p>Warm</p>'))
  const printing = bindPdf(own, printDocument(realisticBody))
  const failed = expect(printing).rejects.toThrow(PrintFailed)
  const session = await mortal.target().createCDPSession()
  session.send('Browser.crash').catch(() => {})
  await failed
  await expect(bindPdf(own, printDocument('<p>Next</p>'))).rejects.toThrow(PrintFailed)
  await mortal.close()
})

test('a closed printer prints no more and leaves the browser open', async () => {
  const own = await openPrinter(on.browser)
  await bindPdf(own, printDocument('<p>Last</p>'))
  await own.close()
  await expect(bindPdf(own, printDocument('<p>Late</p>'))).rejects.toThrow(PrintFailed)
  expect(on.browser.connected).toBe(true)
})

test('closing fails the prints under way and those that wait', async () => {
  const own = await openPrinter(on.browser)
  const prints = Array.from({ length: 40 }, () => bindPdf(own, printDocument(realisticBody)))
  const outcomes = Promise.allSettled(prints)
  await setTimeout(250)
  await own.close()
  const failures = (await outcomes).flatMap(outcome =>
    outcome.status === 'rejected' ? [outcome.reason] : [],
  )
  expect(failures.length).toBeGreaterThan(0)
  for (const failure of failures) expect(failure).toBeInstanceOf(PrintFailed)
})
