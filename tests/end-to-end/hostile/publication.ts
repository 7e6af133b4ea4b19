import sharp from 'sharp'
import { type BuiltEmail, buildEmail } from '../../support/built-email.js'

/** The one picture there is: `picture.png`. */
export const picture = await sharp({
  create: { width: 640, height: 320, channels: 3, background: '#7a8b99' },
})
  .png()
  .toBuffer()

/**
 * An article and its publication with words in every field that takes some.
 *
 * @param given the same for all, or what gives those of the next field
 */
export function fieldsWith(given: string | (() => string)) {
  const words = typeof given === 'string' ? () => given : given
  return {
    config: {
      name: words(),
      publisher: words(),
      description: words(),
      editor: words(),
      // Its lines are told apart by commas.
      address: words().replace(/\n/g, ' '),
      lang: 'en-GB',
      url: 'https://example.org',
      email: {
        from: `${words().replace(/[<>@]/g, '')} <letters@example.org>`,
        unsubscribe: 'https://example.org/leave',
        why: words(),
      },
    },
    frontMatter: {
      title: words(),
      subtitle: words(),
      description: words(),
      subject: words(),
      preheader: words(),
      series: words(),
      number: words(),
      tags: [words()],
      license: words(),
      rights: words(),
      publisher: words(),
      authors: [
        { name: words(), role: words(), affiliation: words(), disclosure: words(), bio: words() },
        { name: 'A second author' },
      ],
      cover: { src: 'picture.png', alt: words(), caption: words() },
      source: {
        name: words(),
        license: words(),
        url: 'https://example.com/essay',
        republished: true,
        verbatim: true,
      },
      date: '2026-03-20',
      slug: 'article',
      toc: true,
    },
    body: bodyWith(words),
  }
}

/** Every construct of Markdown that takes words, with these. What is no mark of ours stays a word: all are escaped. */
function bodyWith(words: () => string): string {
  const line = () => words().replace(/[\n\r\u0085\u2028\u2029\v\f]+/g, ' ')
  const text = () => line().replace(/[!-/:-@[-`{-~]/g, '\\$&')
  const quoted = () =>
    line().replace(/[^\p{L}\p{N}\p{M}\p{C} ]/gu, sign => `&#x${(sign.codePointAt(0) ?? 0).toString(16)};`)
  return `
A paragraph ${text()} with *${text()}b*, [${text()}](https://example.org/a "t"), :abbr[${text()}]{title="${quoted()}"},
:kbd[${text()}] ![${text()}](picture.png) :lang[${text()}]{lang=fr} :q[${text()}] :ruby[${text()}]{rt="${quoted()}"} end.[^1]

## One ${text()}

> ${text()}
>
> — ${text()}

> [!NOTE] ${text()}
> ${text()}

:::callout{kind=tip title="${quoted()}"}
${text()}
:::

:::details[${text()}]
${text()}
:::

:::pullquote
${text()}
:::

:::verse
${text()}
:::

:::figure{credit="${quoted()}"}
![${text()}](picture.png)

${text()}
:::

:::table
${text()}

| a | ${text()} |
|---|---|
| c | ${text()} |
:::

## Two

- ${text()}
- [x] ${text()}

<dl><dt>${quoted()}</dt><dd>${quoted()}</dd></dl>

::button[${text()}]{href="https://example.org/b"}

::embed{url="https://example.org/v" title="${quoted()}" description="${quoted()}" image="picture.png" provider="${quoted()}"}

~~~~~~~~~~ nolanguage
${line()}
~~~~~~~~~~

[^1]: ${text()}
`
}

/** Builds the email of a publication whose fields are these. */
export function buildHostile({
  config,
  frontMatter,
  body,
}: ReturnType<typeof fieldsWith>): Promise<BuiltEmail> {
  // JSON is YAML.
  const markdown = `---\n${JSON.stringify(frontMatter, undefined, 1)}\n---\n\n${body}`
  return buildEmail(markdown, { config, files: { 'picture.png': picture } })
}
