import { describe, expect, it } from 'vitest'
import { createPress } from '../../../pipeline/press.js'

const codes = Array.from(JSON.stringify(['secret']), character =>
  character.charCodeAt(0).toString(16).padStart(4, '0'),
).join('')

describe('control characters', () => {
  it.each([
    `\u0001w${codes}\u0002`,
    `&#1;w${codes}&#2;`,
    '\u0001w00\u0002',
    '&#x1;w00&#x2;',
    '&#x85;&#x7f;&#xb;',
  ])('that come by no file, %j, are left out of text, addresses and attributes', async evil => {
    const press = createPress({ config: { name: 'N', lang: 'en', address: 'A' } })
    const page = `<p>a${evil}b <a href="https://example.org/${evil}">c</a> <abbr title="d${evil}e">f</abbr></p><pre>g${evil}h</pre>`
    for (const read of [
      await press.fromHtml(page),
      await press.fromMarkdown(page),
      await press.fromHast({
        type: 'root',
        children: [
          { type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: `a${evil}b` }] },
        ],
      }),
    ]) {
      expect(JSON.stringify(read.issue.articles[0].tree)).not.toMatch(/\\u00[0189]/)
      const { files } = await press.render(read, 'email')
      const parts = files.find(({ path }) => path === 'email.parts.json')
      const { html } = JSON.parse(Buffer.from(parts?.bytes ?? []).toString())
      expect(html.filter((piece: unknown) => typeof piece !== 'string')).toEqual([])
    }
    await press.close()
  })
})
