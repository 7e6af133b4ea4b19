import { z } from 'zod'
import { type EmailForm, emailForms } from '../article.js'
import type { KeyTable } from '../parse/front-matter-keys.js'
import { plainText } from '../parse/front-matter-values.js'

/** The keys that `issue.yaml` has besides those of an article's front matter. */
export const manifestKeys = {
  editors: ['editor'],
  letter: ['editorial', 'editors_letter'],
  articles: [],
  sections: ['parts'],
  email: [],
} as const satisfies KeyTable

const text = z.string().transform(plainText).pipe(z.string().min(1))
const form = z.enum(emailForms)

/** An article as a list names it: its file, and what an email has of it. */
interface Named {
  file: string
  email?: EmailForm | undefined
}

const listed = z.union(
  [text.transform((file): Named => ({ file })), z.strictObject({ file: text, email: form.optional() })],
  { error: 'expected the name of a Markdown file beside `issue.yaml`, or a map with file and email' },
)
const list = z.array(listed, { error: 'expected a list of Markdown files' })

/** What those keys hold. */
export const manifestValues = z.object({
  letter: listed.optional(),
  articles: list.optional(),
  sections: z
    .array(z.strictObject({ title: text, articles: list }), {
      error: 'expected a list of maps, each with title and articles',
    })
    .optional(),
  email: form.optional(),
})
