import { createPress, toMarkdown } from '../../../pipeline/index.js'

const press = createPress({ config: { name: 'Slack Water', lang: 'en-GB' } })
const { issue } = await press.fromHtml('<p>They come <em>twice</em> a month.</p>', {
  title: 'Spring tides',
})
export const texts = issue.articles.map(article => toMarkdown(article, { lang: 'en-GB' }))
await press.close()
