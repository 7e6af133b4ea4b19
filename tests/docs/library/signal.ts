import { createPress } from '../../../pipeline/index.js'

const press = createPress({ config: { name: 'Slack Water', lang: 'en-GB' } })
const read = await press.fromMarkdown('# Spring tides\n\nThey come twice a month.')
export const pdf = await press.render(read, 'pdf', { signal: AbortSignal.timeout(60_000) })
await press.close()
