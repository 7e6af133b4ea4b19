import { writeFile } from 'node:fs/promises'
import { createPress } from '../../../pipeline/index.js'

const press = createPress({ config: { name: 'Slack Water', lang: 'en-GB' } })
const read = await press.fromMarkdown('# Spring tides\n\nThey come twice a month.')
const { files } = await press.render(read, 'epub')
for (const { path, bytes } of files) await writeFile(path, bytes)
await press.close()
