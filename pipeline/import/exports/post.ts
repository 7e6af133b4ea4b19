/** A post of an export: what a blog or a newsletter service kept of an article. */
export interface ExportedPost {
  readonly slug: string
  /** The post's HTML, a fragment. */
  readonly html: string
  /** What is known of it, by the names of front matter. */
  readonly keys: Readonly<Record<string, unknown>>
}

/** What an export holds. */
export interface Export {
  readonly posts: readonly ExportedPost[]
  /** Posts that are left out, and why, each a sentence's end. */
  readonly left: readonly { readonly title: string; readonly why: string }[]
}

/** An export that cannot be read; the message says why. */
export class ExportUnreadable extends Error {
  override name = 'ExportUnreadable'
}

/** Keys without those that say nothing. */
export const said = (keys: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(keys).filter(
      ([, value]) =>
        value !== undefined &&
        value !== null &&
        value !== '' &&
        !(Array.isArray(value) && value.length === 0),
    ),
  )

/** A day of an export's date: `2026-03-20T08:00:00.000Z`, `2026-03-20 08:00:00`. */
export const dayOf = (written: string | null | undefined): string | undefined =>
  /^(?!0000)\d{4}-\d\d-\d\d/.exec(written ?? '')?.[0]
