import { seeded } from './seeded.js'

/** Tags that leave something open, close what is not, or change how what follows is read. */
const html = [
  ...[
    '<div>',
    '</div>',
    '<details><summary>x</summary>',
    '</details>',
    '<p>',
    '</p>',
    '</p>tail',
    '<p>a<p>b',
  ],
  ...[
    '<table>',
    '</table>',
    '<tr>',
    '<td>x',
    '</td>',
    '<tr></tr>',
    '<td></td>',
    '<col>',
    '<caption>',
    '<li>',
  ],
  ...['<b>', '</b>', '</b>tail', '<i><b></i>', '<a href=x>', '</a>', '<nobr>', '<font color=red>', '</font>'],
  ...[
    '<!-- c -->',
    '<!--',
    '-->',
    '<![CDATA[x]]>',
    '<!DOCTYPE html>',
    '<?x?>',
    '<div title="',
    'x">',
    '&amp;',
  ],
  ...['<form>', '</form>', '<div><form></div>', '<select>', '</select>', '<option>', '<button>', '<input>'],
  ...[
    '<textarea>',
    '</textarea>',
    '<template>',
    '</template>',
    '<script>',
    '</script>',
    '<style>',
    '</style>',
  ],
  ...['<svg>', '</svg>', '<math><mi>', '</math>', '<body>', '<html>', '<head>', '<frameset>', '<plaintext>'],
  ...[
    '<pre>',
    '</pre>',
    '<h1>',
    '</h1>',
    '<iframe>',
    '</iframe>',
    '<br>',
    '<hr>',
    '<ruby>a<rt>b',
    '<object>',
  ],
]

const markdown = [
  ...[
    'Words here.',
    'Words *in* **them**.',
    'a <br> b',
    'a <b>b',
    'c</b> d',
    'x <i>y',
    '# Head',
    '---',
    'a\\\nb',
  ],
  ...['- one\n- two', '- one\n\n  <div>\n\n- two', '1. x\n2. y', '- [x] done', '> quote', '> <b>q', '`<b>`'],
  ...[
    '```\ncode\n```',
    '```\n\ncode\n```',
    '```\n```',
    '| a | b |\n|---|---|\n| <b>c | d |',
    '[l](u)',
    '![p](q)',
  ],
  ...[
    '[a <a href=y>b</a>](z)',
    'text[^1]',
    '[^1]: note <b>',
    '$$\nx\n$$',
    ':::tip\nt\n:::',
    ':kbd[x]',
    '5 < 6',
  ],
]

/** Blocks of Markdown and HTML that is whole, broken or neither, by their seed. */
export function randomHtmlBlocks(seed: number): string {
  const random = seeded(seed * 17 + 3)
  const one = (values: readonly string[]) => values[Math.floor(random() * values.length)] ?? ''
  const block = () => {
    if (random() < 0.6) return one(markdown)
    if (random() < 0.2) return one(markdown) + one(html) + one(markdown)
    return Array.from({ length: 1 + Math.floor(random() * 3) }, () => one(html)).join(
      random() < 0.5 ? '' : '\n',
    )
  }
  return Array.from({ length: 1 + Math.floor(random() * 12) }, block).join('\n\n')
}
