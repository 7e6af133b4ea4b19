/** What MJML writes that no mail reader of today needs, and what stands in its place. */
const spare: readonly (readonly [what: RegExp, instead: string])[] = [
  // For Internet Explorer, which reads no conditional comments since its version 10.
  [/<!--\[if !mso\]><!--><meta http-equiv="X-UA-Compatible"[^>]*><!--<!\[endif\]-->/g, ''],
  [/\[if mso \| IE\]/g, '[if mso]'],
  [/-ms-interpolation-mode:bicubic;/g, ''],
  // For telephones with Windows.
  [/-ms-text-size-adjust:100%; ?/g, ''],
  // For Outlook 2003 and older.
  [/<!--\[if lte mso 11\]>.*?<!\[endif\]-->/g, ''],
  [/#outlook a \{[^}]*\} ?/g, ''],
  // Every paragraph of ours has its margins, from our sheet or on itself.
  [/ ?p \{ display:block;margin:13px 0; \}/g, ''],
  // The type is CSS where nothing else is said (HTML, 4.2.6).
  [/<style type="text\/css">/g, '<style>'],
  [/ xmlns="http:\/\/www\.w3\.org\/1999\/xhtml"/g, ''],
  [/<meta http-equiv="Content-Type" content="text\/html; charset=UTF-8">/, '<meta charset="utf-8">'],
  // Said twice: a ground as `background` and as its colour, a width in Outlook's tables as style and attribute.
  [/background:(#\w{6});(?=background-color:\1;)/g, ''],
  [/ style="width:(\d+)px;"(?= width="\1")/g, ''],
  // No rule is for Outlook alone.
  [/ class="[\w -]*-outlook"/g, ''],
]

/** White space and signs that CSS can do without. */
const spareCss: readonly (readonly [what: RegExp, instead: string])[] = [
  [/\s*([{}:;,!])\s*/g, '$1'],
  [/;\}/g, '}'],
]

/**
 * MJML's HTML without what it writes for readers that are gone, and for columns beside one another where there is only
 * one: a fifth of an empty email. None of an issue's words may be in it yet.
 */
export function lean(html: string): string {
  let result = html
  for (const [what, instead] of spare) result = result.replace(what, instead)
  result = result.replace(/(<style[^>]*>)([^<]*)(?=<\/style>)/g, (_, tag: string, sheet: string) => {
    return tag + spareCss.reduce((css, [what, instead]) => css.replace(what, instead), sheet)
  })
  // The wrapper in the body has the direction too, and no webmail takes it away.
  if (/<html[^>]* dir="ltr"/.test(result)) result = result.replace(/direction:ltr;/g, '')
  if (!result.includes('<v:')) result = result.replace(/ xmlns:v="[^"]*"/g, '')
  result = result.replace(/ style="([^"]*)"/g, (_, css: string) => ` style="${plainLengths(css)}"`)
  return sideBySide.test(result) ? result : withoutColumns(result)
}

/** `0px;` is `0;`, and the last declaration needs no end. */
const plainLengths = (css: string): string => css.replace(/\b0px\b/g, '0').replace(/;$/, '')

/** A class of MJML's for columns that share a line. */
const sideBySide = /mj-column-(?:per-(?!100\b)|px-)|mj-group/

/**
 * A column that is alone is its table: as wide as its section, which says so to Outlook too. The element around it, its
 * table for Outlook and its style sheets say the same again.
 */
const withoutColumns = (html: string): string =>
  html
    .replace(
      /<style[^>]*>(?:@media[^{]*\{)?(?:\.moz-text-html )?\.mj-column-per-100\{[^}]*\}\}?<\/style>/g,
      '',
    )
    .replace(aloneColumn, '<table$2 style="$1"$3$4</table></td></tr></tbody></table></div>')

/** With, in turn: which way its text runs, and its table with what is in it. */
const aloneColumn = new RegExp(
  [
    '<!--\\[if mso\\]><table role="presentation" border="0" cellpadding="0" cellspacing="0"><tr>',
    '<td style="vertical-align:top;width:\\d+px"><!\\[endif\\]-->',
    '<div class="mj-column-per-100 mj-outlook-group-fix" style="font-size:0;(text-align:\\w+(?:;direction:\\w+)?);',
    'display:inline-block;vertical-align:top;width:100%">',
    '<table([^>]*) style="vertical-align:top"([^>]*>)(.*?)</table></div>',
    '<!--\\[if mso\\]></td></tr></table><!\\[endif\\]--></td></tr></tbody></table></div>',
  ].join(''),
  'g',
)
