/** What each element becomes: Markdown in, what the HTML and the text must hold out. */
export interface ElementCase {
  readonly markdown: string
  readonly html: readonly (string | RegExp)[]
  readonly text: readonly (string | RegExp)[]
}

export const elementCases: Readonly<Record<string, ElementCase>> = {
  paragraph: {
    markdown: 'One.\n\nTwo.',
    html: ['<p>One.</p><p>Two.</p>'],
    text: ['One.\n\nTwo.'],
  },
  heading: {
    markdown: '## Second\n\n### Third\n\n#### Fourth',
    html: [/<h2 style="[^"]*">Second<\/h2>/, /<h3 [^>]*>Third/, /<h4 [^>]*>Fourth/],
    text: ['Second\n------', 'Third\n~~~~~', 'Fourth\n......'],
  },
  blockquote: {
    markdown: '> Said.\n>\n> — Who',
    html: [
      /<blockquote style="margin:0"><table role="presentation"[^>]*><tbody><tr><td class="accent" style="[^"]*border-left:3px solid #8c2f1b/,
      />— Who<\/p>/,
    ],
    text: ['> Said.\n>\n> — Who'],
  },
  pullquote: {
    markdown: ':::pullquote\nLifted.\n:::',
    html: [/<td class="accent" style="[^"]*italic 26px[^"]*text-align:center"><p[^>]*>Lifted/],
    text: ['        Lifted.'],
  },
  verse: {
    markdown: ':::verse\nOne\nTwo\n:::',
    html: [/<div style="margin:26px 0 26px 28px"><p[^>]*>One<br>Two/],
    text: ['    One\n    Two'],
  },
  lists: {
    markdown: '3. c\n4. d\n   - e\n     - f\n\n- [x] done\n- [ ] open',
    html: [
      /<ol start="3" style="margin:0 0 18px 26px;padding:0"><li/,
      /<li style="margin:0 0 8px">d<ul style="margin:8px 0 0 26px;padding:0">/,
      /list-style:none"><li[^>]*><span role="img" aria-label="done">☑<\/span> done/,
    ],
    text: ['3. c\n4. d\n   - e\n     - f', '- [x] done\n- [ ] open'],
  },
  'list types': {
    markdown: '<ol type="i" start="4" reversed><li>a</li><li>b</li></ol>',
    html: [/<ol start="4" reversed type="i"/],
    text: [' iv. a\niii. b'],
  },
  'definition list': {
    markdown: '<dl><dt>Neap</dt><dd>The small one.</dd></dl>',
    html: [/<dt style="font-weight:bold">Neap<\/dt><dd style="margin:0 0 12px 26px">The small one\.<\/dd>/],
    text: ['*Neap*\n    The small one.'],
  },
  table: {
    markdown:
      '<table><caption>Sizes</caption><thead><tr><th scope="col">Name</th><th scope="col" align="right">Size</th></tr></thead><tbody><tr><th scope="row">A</th><td align="right">10</td></tr></tbody></table>',
    html: [
      /<table cellpadding="0" cellspacing="0" width="100%"[^>]*><caption[^>]*>Sizes<\/caption><thead/,
      /<th class="line cell" align="right" scope="col"/,
      /<th [^>]*scope="row"[^>]*>A<\/th><td [^>]*align="right"[^>]*>10<\/td>/,
    ],
    text: ['Sizes\n\nName  Size\n----  ----\nA       10'],
  },
  'table that no line can hold': {
    markdown: `| ${'abcdefghij'.repeat(3)} | ${'klmnopqrst'.repeat(3)} | ${'uvwxyz'.repeat(5)} |\n|-|-|-|\n| one | two | three |`,
    html: [/>three<\/td>/],
    text: [`${'abcdefghij'.repeat(3)}: one\n${'klmnopqrst'.repeat(3)}: two\n${'uvwxyz'.repeat(5)}: three`],
  },
  'table with spans': {
    markdown:
      '<table><thead><tr><th rowspan="2">Name</th><th colspan="2">Rate</th></tr><tr><th>an hour</th><th>a turn</th></tr></thead><tbody><tr><td>M2</td><td>28</td><td>12</td></tr></tbody></table>',
    html: [/rowspan="2"[^>]*>Name/, /colspan="2"[^>]*>Rate/],
    text: [/^Name +Rate$/m, /^ +an hour +a turn$/m, /^M2 +28 +12$/m],
  },
  code: {
    markdown: '```js {2} title="a.js"\nconst a = 1 < 2\n\tlet b\n```',
    html: [
      /<table role="presentation"[^>]*>.*<pre dir="ltr" class="code"/,
      /<span class="ck" style="color:#7a2b6a">const<\/span>/,
      '&#x3C; ',
      /<span class="marked" style="background:#[0-9a-f]{6}"> {4}<span/,
    ],
    text: ['    const a = 1 < 2\n        let b', 'a.js'],
  },
  figure: {
    markdown: ':::figure{credit="By me"}\n![A gauge](gauge.jpg)\n\nA caption.\n:::',
    html: [
      '<img src="https://slackwater.example.org/test/images/gauge.jpg" alt="A gauge" width="536" height="357" class="wide" style="display:block;max-width:100%;height:auto;border:0">',
      /<p class="muted"[^>]*>A caption\.<\/p><p class="muted"[^>]*italic[^>]*>By me<\/p>/,
    ],
    text: ['[Image: A gauge]\nA caption.\nBy me'],
  },
  'linked picture': {
    markdown: '[![A gauge](gauge.jpg)](https://example.org/gauge)',
    html: [/<a href="https:\/\/example\.org\/gauge"[^>]*><img/],
    text: ['[Image: A gauge] [1]', '[1] https://example.org/gauge'],
  },
  'missing picture': {
    markdown: '![What it showed](missing.jpg)\n\nIn ![a sign](missing.png) line.',
    html: [/>\[Image: What it showed\]<\/p>/, 'In [a sign] line.'],
    text: ['[Image: What it showed]', 'In [a sign] line.'],
  },
  'picture in a line': {
    markdown: 'A ![sign](small.png) here.',
    html: [
      /A <img src="[^"]*small\.png" alt="sign" width="20" height="20" style="[^"]*vertical-align:middle/,
    ],
    text: ['A [sign] here.'],
  },
  rule: {
    markdown: 'a\n\n---\n\nb',
    html: [/<p style="border-top:solid 1px #d8d4ca;font-size:1px;margin:0 auto;width:96px"><\/p>/],
    text: ['                                 * * *'],
  },
  'rule in a quotation': {
    markdown: '> a\n>\n> ---\n>\n> b',
    html: [/<hr class="line"/],
    text: [/> +\* \* \*/],
  },
  callout: {
    markdown: '> [!WARNING]\n> Mind it.\n\n:::tip[Do]\nThis.\n:::',
    html: [
      /<td class="warning" bgcolor="#faf3e3" style="[^"]*border-left:4px solid #8a5a00/,
      /<p style="[^"]*bold 16px[^"]*">Warning<\/p><\/div><p[^>]*>Mind it\./,
      />Do<\/p>/,
    ],
    text: ['| *Warning*\n|\n| Mind it.'],
  },
  details: {
    markdown: ':::details[More]\nInside.\n:::',
    html: [/<td class="panel".*>More<\/p><p[^>]*>Inside\.<\/p>/],
    text: ['| *More*\n|\n| Inside.'],
  },
  button: {
    markdown: ':button[Go & see]{href="https://example.org/?a=1&b=2"}',
    html: [/<a href="https:\/\/example\.org\/\?a=1&amp;b=2" style="[^"]*"[^>]*>Go &#x26; see<\/a>/],
    text: ['Go & see:\nhttps://example.org/?a=1&b=2'],
  },
  'button in a callout': {
    markdown: ':::note\n:button[Go]{href="https://example.org/"}\n:::',
    html: [
      /<div class="button"><table role="presentation"[^>]*><tbody><tr><td bgcolor="#8c2f1b" style="padding:13px 24px[^"]*"><a href="https:\/\/example\.org\/"/,
    ],
    text: ['| Go:\n| https://example.org/'],
  },
  embed: {
    markdown:
      '::embed{url="https://www.example.org/v" title="A film" description="On tides." image="still.jpg"}',
    html: [
      /<img src="[^"]*still\.jpg" alt="A film" width="494"/,
      />A film<\/a>/,
      />On tides\.</,
      />example\.org</,
    ],
    text: ['A film (example.org)\nOn tides.\nhttps://www.example.org/v'],
  },
  math: {
    markdown: 'So $$a < b$$ and $$drawn$$.\n\n$$\nx^2\n$$',
    html: [
      />a &#x3C; b<\/code>/,
      /<img src="[^"]*formula-small\.png" alt="drawn" width="20"/,
      /text-align:center"><code[^>]*>x\^2<\/code>/,
    ],
    text: ['So a < b and drawn.', '    x^2'],
  },
  footnotes: {
    markdown: 'Text.[^1] More.[^1]\n\n[^1]: The note.',
    html: [
      '<a name="fnref-1" id="fnref-1"></a><sup style="font-size:12px;line-height:0"><a href="#fn-1" aria-label="note 1" style="color:#8c2f1b">[1]</a></sup>',
      /<li value="1"[^>]*><a name="fn-1" id="fn-1"><\/a>The note\. <a href="#fnref-1"/,
      /<a href="#fnref-1-2" aria-label="Back to the text 2"/,
    ],
    text: ['Text. (note 1) More. (note 1)', 'Notes\n-----\n\n1. The note.'],
  },
  inline: {
    markdown:
      '*em* **strong** ~~del~~ :ins[ins] :mark[mark] `a<b` :kbd[F1] H:sub[2]O 10:sup[7] x:sup[ab] :abbr[TLA]{title="three"} :cite[Book] :q[said] a\\\nb',
    html: [
      '<em>em</em> <strong>strong</strong> <del>del</del> <ins>ins</ins>',
      />a&#x3C;b<\/code>/,
      /<kbd class="panel line"/,
      /H<sub style="font-size:12px;line-height:0">2<\/sub>O/,
      '<abbr title="three">TLA</abbr> <cite>Book</cite> <span>“said”</span> a<br>b',
    ],
    text: ['_em_ *strong* ~del~ +ins+ =mark= `a<b` [F1] H₂O 10⁷ x^(ab) TLA _Book_\n“said” a\nb'],
  },
  link: {
    markdown:
      '[here](https://example.org/a "t"), [again](https://example.org/a), <https://example.org/b>, [up](#top)\n\n## Top',
    html: [
      /<a href="https:\/\/example\.org\/a" style="color:#8c2f1b">here<\/a>/,
      '<a name="top" id="top"></a><h2',
    ],
    text: ['here [1], again [1], https://example.org/b, up', 'Links\n-----\n\n[1] https://example.org/a\n'],
  },
  ruby: {
    markdown: ':ruby[潮]{rt="しほ"}',
    html: ['<ruby>潮<rp>(</rp><rt>しほ</rt><rp>)</rp></ruby>'],
    text: ['潮(しほ)'],
  },
  languages: {
    markdown: ':lang[مد]{lang=ar dir=rtl} :bdo[ab]{dir=rtl}\n\n:::lang{lang=ar dir=rtl}\nالبحار\n:::',
    html: [
      '<span lang="ar" dir="rtl">مد</span> <bdo dir="rtl">ab</bdo>',
      '<p lang="ar" dir="rtl" style="text-align:right">البحار</p>',
    ],
    text: ['مد ab', 'البحار'],
  },
  'merge tag': {
    markdown:
      'Dear {{ name | default: "reader" }}, [yours](https://example.org/?e={{ email }}&x=a%20b). `{{ name }}`',
    html: [
      'Dear {{ name | default: "reader" }},',
      'href="https://example.org/?e={{ email }}&#x26;x=a%20b"',
      '>&#123;&#123; name &#125;&#125;</code>',
    ],
    text: ['Dear {{ name | default: "reader" }}', '[1] https://example.org/?e={{ email }}&x=a%20b'],
  },
}
