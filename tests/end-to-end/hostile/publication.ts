import sharp from 'sharp'
import { createPress } from '../../../pipeline/press.js'
import { memoryWorld } from '../../../pipeline/world-memory.js'

/** What a build of the email wrote, and what it said. */
export interface BuiltEmail {
  readonly html: string
  readonly text: string
  readonly eml: Uint8Array
  /** `rule-id reason`, of every message. */
  readonly messages: readonly string[]
}

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
      identifier: words(),
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

/** Builds the email of an article, from front matter, body and config as they are written. */
export async function buildEmail(
  { config, frontMatter, body }: { config: object; frontMatter: object; body: string },
  { file = 'article.md', files = {} }: { file?: string; files?: Record<string, string | Uint8Array> } = {},
): Promise<BuiltEmail> {
  // JSON is YAML.
  const source = `---\n${JSON.stringify(frontMatter, undefined, 1)}\n---\n\n${body}`
  const world = memoryWorld({
    files: { '/content/picture.png': picture, [`/content/${file}`]: source, ...files },
  })
  const press = createPress({ config, folder: '/content', world })
  try {
    const read = await press.read(`/content/${file}`)
    const { files: made, messages } = await press.render(read, 'email')
    const bytesOf = (path: string) => made.find(each => each.path === path)?.bytes ?? new Uint8Array()
    return {
      html: new TextDecoder().decode(bytesOf('email.html')),
      text: new TextDecoder().decode(bytesOf('email.txt')),
      eml: bytesOf('email.eml'),
      messages: [...read.messages, ...messages].map(({ ruleId, reason }) => `${ruleId} ${reason}`),
    }
  } finally {
    await press.close()
  }
}
