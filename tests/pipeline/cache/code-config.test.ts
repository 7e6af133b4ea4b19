import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { termsOf } from '../../../pipeline/cache/terms.js'
import { loadConfig } from '../../../pipeline/config/load.js'
import { nodeWorld } from '../../../pipeline/world-node.js'
import { temporaryFolder } from '../../support/cli.js'

const config = (imports: string) =>
  `${imports}\nexport default { name: 'N', lang: 'en', address: '1 Street', templates: { email: { elements: {} } } }\n`

/** A publication whose config is a program, in a folder of something larger. */
function publication(imports: string) {
  const outer = temporaryFolder()
  const folder = join(outer, 'letter')
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(outer, path)), { recursive: true })
    writeFileSync(join(outer, path), text)
  }
  write('letter/trifold.config.ts', config(imports))
  write('design/theme.ts', "import './colour.mjs'\nexport const theme = 1\n")
  write('design/colour.mjs', 'export const colour = 1\n')
  const terms = async () => {
    const world = nodeWorld({ env: {} })
    const { config } = await loadConfig(world, { folder })
    return termsOf({ config, cwd: folder, outputDir: config.outputDir }, world)
  }
  return { outer, folder, write, terms }
}

describe('the terms of a build by a config in code', () => {
  it.each([
    ['a module below it', 'letter/parts/footer.ts'],
    ['data below it', 'letter/data.json'],
    ['what is installed', 'letter/package-lock.json'],
    ['a module of another folder', 'design/theme.ts'],
    ['what that imports', 'design/colour.mjs'],
  ])('are others after a change of %s', async (_, path) => {
    const { write, terms } = publication("import { theme } from '../design/theme'\nvoid theme")
    const before = await terms()
    expect(await terms()).toBe(before)
    write(path, 'export const theme = 2')
    expect(await terms()).not.toBe(before)
  })

  it('are the same after a change of another folder', async () => {
    const { write, terms } = publication('')
    const before = await terms()
    write('design/theme.ts', 'export const theme = 2')
    expect(await terms()).toBe(before)
  })

  it('are others each time where there is too much to look at', async () => {
    const { folder, write, terms } = publication('')
    for (let count = 0; count < 520; count++) mkdirSync(join(folder, `many/${count}`), { recursive: true })
    write('letter/other.ts', '')
    expect(await terms()).not.toBe(await terms())
  })

  it.each(['letter/trifold.config.ts', 'letter/footer.ts'])(
    'are those of no later build where %s was changed after it was run',
    async path => {
      const { folder, write } = publication("import './footer'")
      write('letter/footer.ts', 'export const footer = 1')
      const world = nodeWorld({ env: {} })
      const { config } = await loadConfig(world, { folder })
      const terms = () => termsOf({ config, cwd: folder, outputDir: config.outputDir }, world)
      expect(await terms()).toBe(await terms())
      write(path, 'export default {}')
      expect(await terms()).not.toBe(await terms())
    },
  )

  it('are there whatever lies beside it', async () => {
    const { folder, write, terms } = publication('')
    // A folder that leads back to itself, and files that are none.
    symlinkSync('..', join(folder, 'round'))
    symlinkSync('nowhere', join(folder, 'lost.ts'))
    write('letter/empty.json', '')
    await expect(terms()).resolves.toMatch(/^[0-9a-f]{40}$/)
  })
})
