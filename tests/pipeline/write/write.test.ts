import { expect, test } from 'vitest'
import { memoryWorld } from '../../../pipeline/world-memory.js'
import { writeWhole } from '../../../pipeline/write/write.js'

const bytes = (text: string) => new TextEncoder().encode(text)
const rendition = (body: string) =>
  ['email.html', 'email.txt', 'email.eml'].map(path => ({ path, bytes: bytes(`${path} ${body}`) }))

test('when the last of three files cannot be written, the first two are put back as they were', async () => {
  let deny = false
  const world = memoryWorld({
    files: { '/dist/a/email.html': 'before' },
    failOn: (operation, path) =>
      deny && operation === 'write' && path.endsWith('.eml') ? 'EACCES' : undefined,
  })
  deny = true
  await expect(writeWhole(rendition('new'), '/dist/a', world.files)).rejects.toThrow(
    'Cannot write /dist/a/email.eml: permission denied',
  )
  expect([...world.files.all().keys()]).toEqual(['/dist/a/email.html'])
  expect(new TextDecoder().decode(await world.files.read('/dist/a/email.html'))).toBe('before')

  deny = false
  await writeWhole(rendition('new'), '/dist/a', world.files)
  expect(new TextDecoder().decode(await world.files.read('/dist/a/email.eml'))).toBe('email.eml new')
})
