import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { createPress } from '../../../pipeline/index.js'

const processor = unified().use(rehypeParse, { fragment: true })
const tree = processor.parse('<p>They come twice a month.</p>')

const press = createPress({ config: { name: 'Slack Water', lang: 'en-GB' } })
const read = await press.fromHast(tree, { title: 'Spring tides', date: '2026-03-20' })
export const page = await press.render(read, 'web')
await press.close()
