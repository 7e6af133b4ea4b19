import type { ElementRow } from 'trifold'
import { createPress } from 'trifold'

declare module 'trifold' {
  interface Vocabulary {
    chord: ElementRow<'block', 'block', { name: 'string' }>
  }
}

createPress()
createPress({ elements: {} })
createPress({
  elements: {
    chord: {
      email: () => [],
      text: () => [],
      pdf: () => [],
      web: () => [<blnk />],
    },
  },
})
