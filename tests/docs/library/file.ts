import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createPress, formats } from '../../../pipeline/index.js'

const press = createPress({
  folder: process.cwd(),
  config: { name: 'Slack Water', lang: 'en-GB', address: '4 Custom House Lane, Saltmere' },
})
const read = await press.read('content/the-mill.md')
for (const format of formats) {
  const { files } = await press.render(read, format)
  for (const { path, bytes } of files) {
    const target = join('public', read.issue.slug, path)
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, bytes)
  }
}
await press.close()
