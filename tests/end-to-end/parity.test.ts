import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPress, type Press } from '../../pipeline/press.js'
import { formatOf, lacks, media, type Shown, shown } from '../support/reading/media.js'

describe('every element says the same in every format', () => {
  const fixtures = join(import.meta.dirname, '../fixtures/elements')
  let press: Press
  beforeAll(() => {
    const config = { name: 'N', lang: 'en', address: '1 Street', mergeTags: ['name', 'email'] }
    press = createPress({ folder: fixtures, config })
  })
  afterAll(() => press.close())

  test.each(readdirSync(fixtures))('%s', async name => {
    const read = await press.read(join(name, 'input.md'))
    const lost: Partial<Record<Shown, readonly string[]>> = {}
    for (const format of ['email', 'epub', 'web'] as const) {
      const { files, messages } = await press.render(read, format)
      expect(messages.filter(({ fatal }) => fatal === true)).toEqual([])
      const file = (end: string) => Buffer.from(files.find(({ path }) => path.endsWith(end))?.bytes ?? [])
      for (const medium of shown.filter(one => formatOf(one) === format))
        lost[medium] = lacks(media[medium](file), read.issue.articles[0], medium)
    }
    expect(lost).toEqual({ email: [], text: [], epub: [], web: [] })
  })
})
