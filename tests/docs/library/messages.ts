import { createPress } from '../../../pipeline/index.js'

const press = createPress({ config: { name: 'Slack Water', lang: 'en-GB' } })
const read = await press.fromMarkdown('# Spring tides\n\n![](tide.png)', { file: 'tides.md' })
const { files, messages } = await press.render(read, 'web')
export const report = [...read.messages, ...messages].map(({ file, line, fatal, ruleId, reason }) => {
  const severity = fatal ? 'error' : fatal === false ? 'warning' : 'info'
  return `${file}:${line ?? 1} ${severity} ${ruleId}: ${reason}`
})
export const isMade = files.length > 0
await press.close()
