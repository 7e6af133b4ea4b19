import type { Issue } from '../../pipeline/article.js'
import { defaultConfig } from '../../pipeline/config/resolve.js'
import { readIssue } from '../../pipeline/issue/read-issue.js'
import { memoryWorld } from '../../pipeline/world-memory.js'

/** An issue of several articles as the pipeline reads it. @param files by name, `issue.yaml` among them */
export async function several(files: Readonly<Record<string, string>>): Promise<Issue> {
  const folder = '/letter/content/deep'
  const world = memoryWorld({
    files: Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text])),
  })
  const source = {
    path: `${folder}/issue.yaml`,
    name: 'deep/issue.yaml',
    slug: 'deep',
    isFolder: true,
  } as const
  const { issue } = await readIssue(source, defaultConfig('/letter'), world, [])
  if (!issue) throw new Error('Expected an issue')
  return issue
}

const manifest = `title: Deep water
subtitle: A number with everything
description: All that an issue can be.
number: 16
date: 2026-09-21
lang: en-GB
editors: [Ada Quay]
tags: [water]
rights: © The Saltmere Press
letter: letter.md
sections:
  - { title: Essays, articles: [first.md, second.md] }
  - { title: From elsewhere, articles: [watt.md] }
`

/** A number of a newsletter with what one can have: a letter, sections, two languages, rights, an article taken from elsewhere. */
export const aNumber: Readonly<Record<string, string>> = {
  'issue.yaml': manifest,
  'letter.md': `---
title: To begin with
authors: [{ name: Ada Quay, role: Editor }]
---

Dear reader,

See [the second](second.md), and [a part](watt.md#teil).[^1]

*Ada Quay*\\
Saltmere

[^1]: A note to a letter.
`,
  'first.md': `---
title: First
authors: [Di, Ed]
tags: [mills]
date: 2026-01-05
license: CC BY 4.0
---

Words.

## One

Words.[^1] [Out](https://example.org/a).

### Below

Words.

#### Deeper

Words.

[^1]: A note.
`,
  'second.md': `---
title: Second
authors: [{ name: Gus, disclosure: Gus works for the port. }]
license: CC BY 4.0
---

Words.
`,
  'watt.md': `---
title: Das Watt
lang: de
authors: [Ines]
source: { name: The Review, url: https://example.net/a, license: CC BY-ND 4.0, republished: true }
---

Ein Satz.

## Teil

Ein Satz.
`,
}

/** The same with other texts. */
export const changed = (changes: Readonly<Record<string, (text: string) => string>>) =>
  several(
    Object.fromEntries(Object.entries(aNumber).map(([name, text]) => [name, changes[name]?.(text) ?? text])),
  )
