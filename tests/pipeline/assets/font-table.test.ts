import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { readFontTable } from '../../../pipeline/assets/font-table.js'

const require = createRequire(import.meta.url)
const file = (name: string) => readFileSync(require.resolve(`@fontsource/${name}.woff2`))

test.each([
  // Its characters are in segments, those of the others in groups.
  ['source-serif-4/files/source-serif-4-latin-400-normal', 'SourceSerif4-Regular', 'Aé…', 'Жא字'],
  ['source-sans-3/files/source-sans-3-cyrillic-600-normal', 'SourceSans3ExtraLight-SemiBold', 'Жя', 'Ωא'],
  ['stix-two-math/files/stix-two-math-latin-400-normal', 'STIXTwoMath-Regular', 'A∑𝑥𝔄', '字'],
  ['noto-emoji/files/noto-emoji-0-400-normal', 'NotoEmoji-Regular', '', 'A'],
])('%s', (name, postScriptName, held, lacked) => {
  const table = readFontTable(file(name))
  const has = (text: string) => [...text].map(character => table?.has(character.codePointAt(0) ?? 0))
  expect(table?.postScriptName).toBe(postScriptName)
  expect(has(held)).toEqual([...held].map(() => true))
  expect(has(lacked)).toEqual([...lacked].map(() => false))
})

test.each([
  ['nothing', new Uint8Array()],
  ['another format', Buffer.from('OTTO and more')],
  ['a file that was cut', file('source-serif-4/files/source-serif-4-latin-400-normal').subarray(0, 3000)],
])('%s is no font', (_, bytes) => {
  expect(readFontTable(bytes)).toBeUndefined()
})
