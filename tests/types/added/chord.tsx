import type { ElementRow } from 'trifold'
import { createPress, defineConfig } from 'trifold'

declare module 'trifold' {
  interface Vocabulary {
    chord: ElementRow<'block', 'block', { name: 'string' }>
  }
}

const press = createPress({
  config: defineConfig({ name: 'Songs', lang: 'en', templates: { web: { layout: { footer: () => [] } } } }),
  elements: {
    chord: {
      email: node => [<p>{node.properties.name}</p>],
      text: node => [{ kind: 'block', value: node.properties.name }],
      pdf: node => [<p className="chord">{node.properties.name}</p>],
      epub: node => [<p>{node.properties.name}</p>],
      web: node => [<p>{node.properties.name}</p>],
    },
  },
})
void press
