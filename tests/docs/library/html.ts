import { createPress } from '../../../pipeline/index.js'

const press = createPress({ config: { name: 'Slack Water', lang: 'en-GB' } })
const read = await press.fromHtml('<p>They come <em>twice</em> a month.</p>', {
  title: 'Spring tides',
  authors: ['Hester Quayle'],
  date: '2026-03-20',
})
export const email = await press.render(read, 'email')
await press.close()
