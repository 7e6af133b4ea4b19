import { beforeEach, expect, test } from 'vitest'
import { loadConfig } from '../../../pipeline/config/load.js'
import { type ThemeDesk, themeDesk } from '../../../pipeline/preview/theme-desk.js'
import { memoryWorld } from '../../../pipeline/world-memory.js'

let told: string[]
beforeEach(() => {
  told = []
})

/** A desk at a publication's config, and its file. */
async function desk(config: string | undefined, name = 'trifold.yaml') {
  const path = `/letter/${name}`
  const world = memoryWorld({ files: config === undefined ? {} : { [path]: config } })
  const made: ThemeDesk = themeDesk(world.files, '/letter', {
    again: () => told.push('again'),
    told: () => {},
  })
  const read = async (tokens = {}) => (await loadConfig(world, { folder: '/letter', tokens })).config
  await made.took(await read())
  const text = async () => new TextDecoder('utf-8', { ignoreBOM: true }).decode(await world.files.read(path))
  return { ...made, world, path, read, text }
}

test('tries, undoes and resets', async () => {
  const { change, changes, undo, reset, shown } = await desk('name: Tides\n')
  expect(change({ 'light.accent': '#111111' }, false)).toEqual({})
  expect(change({ 'light.accent': '#222222' }, true)).toEqual({})
  expect(change({ 'screen.width': 640 }, false)).toEqual({})
  expect(changes()).toEqual({ 'light.accent': '#222222', 'screen.width': 640 })
  reset()
  expect(changes()).toEqual({})
  undo()
  undo()
  expect(changes()).toEqual({ 'light.accent': '#222222' })
  undo()
  expect(changes()).toEqual({})
  expect(shown()?.steps).toBe(0)
  undo()
  expect(told).toHaveLength(7)
})

test('counts what the config says anyway as no change', async () => {
  const { change, changes } = await desk('theme: { light: { accent: "#111111" } }\n')
  change({ 'light.accent': '#111111', 'screen.width': 600, 'paper.margins': [24, 30, 26, 30] }, false)
  expect(changes()).toEqual({})
})

test('has the config read as it will be read when it is saved', async () => {
  const { change, changes, read, save, shown, text } = await desk('pdf: { size: A5 }\nname: Tides\n')
  change({ 'fonts.body.family': 'Noto Serif', 'paper.size': 'A4', 'paper.align': 'justify' }, false)
  const tried = await read(changes())
  expect(tried.publication.tokens.fonts.body.package).toBe('@fontsource/noto-serif')
  expect(await save(shown()?.mark ?? '')).toBeUndefined()
  expect(await text()).toContain('family: Noto Serif')
  const saved = await read()
  expect(tried.publication).toEqual(saved.publication)
})

test('writes nothing over a config that was changed meanwhile, and has it read', async () => {
  const { change, save, shown, text, world, path } = await desk('name: Tides\n')
  change({ 'light.accent': '#111111' }, false)
  const { mark } = shown() ?? { mark: '' }
  await world.files.write(path, new TextEncoder().encode('name: Neap tides\n'))
  expect(await save(mark)).toContain('trifold.yaml was changed on the disk')
  expect(await text()).toBe('name: Neap tides\n')
  expect(told).toEqual(['again', 'again'])
})

test('says why a config cannot be written', async () => {
  const anchored = await desk('theme:\n  light: &l { accent: "#000000" }\n  dark: *l\n')
  anchored.change({ 'light.accent': '#111111' }, false)
  expect(await anchored.save(anchored.shown()?.mark ?? '')).toContain('has an anchor')

  const none = await desk(undefined)
  none.change({ 'light.accent': '#111111' }, false)
  expect(none.shown()).toMatchObject({ kind: 'none', changes: { 'light.accent': '#111111' } })
  expect(await none.save('')).toContain('There is no trifold.yaml')
  expect((await none.read(none.changes())).publication.tokens.light.accent).toBe('#111111')

  const code = await desk('export default { name: "Tides" }\n', 'trifold.config.mjs')
  code.change({ 'light.accent': '#111111' }, false)
  expect(code.shown()?.kind).toBe('code')
  expect(await code.save(code.shown()?.mark ?? '')).toContain('paste these lines')
  expect((await code.read(code.changes())).publication.tokens.light.accent).toBe('#111111')
})

test('places of messages stay where they are while a theme is tried', async () => {
  const config = 'theme:\n  light:\n    accnt: x\n'
  const world = memoryWorld({ files: { '/letter/trifold.yaml': config } })
  const tokens = { 'light.ink': '#111111' }
  await expect(loadConfig(world, { folder: '/letter', tokens })).rejects.toMatchObject({
    messages: [{ line: 3, column: 5, ruleId: 'config-key' }],
  })
})
