import { h } from 'hastscript'
import { createPress, defineConfig } from '../../../pipeline/index.js'

const config = defineConfig({
  name: 'Slack Water',
  lang: 'en-GB',
  templates: {
    web: {
      elements: { hr: () => [h('p', { className: 'stars' }, '⁂')] },
      layout: { date: ({ meta }) => (meta.date ? [h('p', `Low water, ${meta.date}`)] : []) },
    },
  },
})

const press = createPress({ config })
const read = await press.fromMarkdown('---\ndate: 2026-03-20\n---\n\n# Tides\n\nEbb.\n\n---\n\nFlood.')
export const page = await press.render(read, 'web')
await press.close()
