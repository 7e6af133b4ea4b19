import { unified } from 'unified'
import { trifoldCompiler, trifoldParser } from '../../../pipeline/face/unified.js'
import { createPress } from '../../../pipeline/index.js'

const press = createPress({ config: { name: 'Slack Water', lang: 'en-GB' } })
const processor = unified()
  .use(trifoldParser, { lang: 'en-GB' })
  .use(trifoldCompiler, { press, format: 'epub' })
const file = await processor.process('# Spring tides\n\nThey come twice a month.')
export const book = file.result
await press.close()
