/** Words that are no words: what they are to do to a message, and what a reader is to be shown. */
export interface HostileWords {
  readonly name: string
  readonly words: string
  /** Where it is not the words themselves, white space apart. */
  readonly shown?: string
}

/** None holds a whole address: in running text one is a link by right. */
export const hostileWords: readonly HostileWords[] = [
  { name: 'an element', words: `"><script>console.log('ran')</script><img src=x onerror=console.log(2)>` },
  {
    name: 'an event handler',
    words: `" onmouseover="console.log('ran')" autofocus onfocus='console.log(1)' x="`,
  },
  { name: 'single quotes', words: `' style='position:fixed' onclick='console.log(1)' ''''` },
  { name: 'an unquoted attribute', words: '` onload=console.log(1) /><svg/onload=console.log(2)>' },
  { name: 'closing tags', words: '</title></style></textarea></td></table></div></body></html><b>x</b>' },
  { name: 'a comment', words: '--><b>x</b><!--' },
  { name: 'a conditional comment', words: '<!--[if mso]><b>x</b><![endif]-->' },
  { name: 'the end of a conditional comment', words: '<![endif]--><![endif]><!--><b>x</b>' },
  {
    name: 'CDATA and instructions',
    words: '<![CDATA[ <b>x</b> ]]> ]]> <?xml version="1.0"?> <?php echo 1 ?> <!DOCTYPE x>',
  },
  {
    name: 'MJML',
    words: '<mj-include path="/etc/passwd" /><mj-raw><script>1</script></mj-raw></mj-text><mj-section>',
  },
  { name: 'MJML attributes', words: '" css-class="x" mj-class="y" inner-padding="999px' },
  { name: 'tokens of the binder', words: 'tfleaf0x tfleaf1x tfleaf99x tfmerge0x tfmark0x' },
  {
    name: 'character references',
    words: '&lt;script&gt; &amp;amp; &#60;b&#62; &#x3C;b &quot;&nbsp;&notanentity &',
  },
  { name: 'patterns of a replacement', words: '$& $1 $` $$ $<name> \\1' },
  {
    name: 'tags of template languages',
    words: '{% if x %} *|FNAME|* %recipient.name% %%name%% [[x]] <% x %> #{x} {{{x}}}',
  },
  { name: 'unknown merge tags', words: '{{ x }} {{ x | default: "y" }}' },
  { name: 'format specifiers', words: '%s %d %0D%0ABcc: x %n 100% %' },
  { name: 'a header', words: 'one\r\nBcc: someone\r\n\r\ntwo\nTo: x', shown: 'one Bcc: someone two To: x' },
  {
    name: 'line ends of Unicode',
    words: 'one\u2028Bcc: x\u2029two\u0085three\vfour\ffive',
    shown: 'one Bcc: x two three four five',
  },
  { name: 'an encoded word', words: '=?UTF-8?B?QmNjOiB4?= =?utf-8?q?=0D=0ABcc:_x?=' },
  { name: 'addresses of a header', words: '<one>, "two" (three); four: five,, \\" six' },
  { name: 'backslashes', words: '\\ \\\\ \\" \\r\\n \\u003cb\\u003e C:\\new' },
  {
    name: 'control characters',
    words: 'a\u0000b\u0001c\u0008d\u001b[31me\u007ff\u0090g\u009fh',
    shown: 'abcd[31mefgh',
  },
  {
    name: 'controls of direction',
    words: 'a\u202egpj.exe\u2067b\u202bc\u202dd\u2068e\u200f',
    shown: 'agpj.exebcde\u200f',
  },
  { name: 'lone surrogates', words: 'a\ud800b\udc00c\udfff\ud800d', shown: 'a\ufffdb\ufffdc\ufffd\ufffdd' },
  { name: 'noncharacters', words: 'a\ufffeb\uffffc', shown: 'abc' },
  { name: 'private use', words: '\ue000\ue100\ue100\ue001\ue002 \uf8ff' },
  { name: 'emoji', words: '👩‍👩‍👧‍👦 🏳️‍🌈 🇬🇧 1️⃣ 👍🏽 🧑🏿‍🚀 ❤️‍🔥' },
  { name: 'piled-up marks', words: `Z${'\u0335\u0361\u0322'.repeat(60)}algo` },
  { name: 'no space', words: `w${'o'.repeat(900)}rd` },
  { name: 'many words', words: `begin ${'words and more '.repeat(60)}end` },
  { name: 'Arabic', words: 'المد والجزر "اليوم" <ب> 12' },
  { name: 'Chinese', words: '潮汐表：「每日」《潮》＜b＞，完。' },
  {
    name: 'a script address',
    words: 'javascript:console.log(1) data:text/html,<script>1</script> vbscript:x',
  },
  { name: 'names of objects', words: '__proto__ constructor undefined null NaN [object Object] true' },
  { name: 'marks of YAML', words: '- a: [b, {c: "d"}] # e | > & * ! % @ ~ --- ...' },
  {
    name: 'marks of Markdown',
    words: '# a *b* _c_ `d` [e](f) ![g](h) > i | j | ::: k :l[m]{n=o} [^1] ~~p~~ $$q$$ \\',
  },
]
