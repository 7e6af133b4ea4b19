import { expect, test } from 'vitest'
import type { Printer } from '../../../pipeline/bind/pdf/bind.js'
import { printBegun } from '../../../pipeline/render/print-begun.js'

const idle: Printer = {
  print: async html => ({ bytes: new TextEncoder().encode(html), missing: [] }),
  close: async () => undefined,
}

test('says when a printer is first given something to print, and prints it', async () => {
  const { printer, begun } = printBegun(async () => idle)
  let isBegun = false
  begun.then(() => {
    isBegun = true
  })
  const { print } = await printer()
  await new Promise(setImmediate)
  expect(isBegun).toBe(false)
  const printing = print('<p>Tide</p>', new Map())
  await begun
  expect(new TextDecoder().decode((await printing).bytes)).toBe('<p>Tide</p>')
})
