import type { Context } from '../../../bind/email/pieces.js'

/** A tag as a service is asked for it. */
export interface Asked {
  /** The service's own name of the field. */
  readonly field: string
  /** As written in the article; not escaped. */
  readonly default?: string | undefined
  readonly context: Context
}

/**
 * A service that sends newsletters, as far as an email has to know it: how it writes a merge tag, what of an article's
 * own words it would take for one, and what it puts under an email by itself.
 */
export interface Service {
  /** As people call it. */
  readonly title: string
  /** The service's own name for a tag's; undefined where it has none. @param name of the tag, or as the config has it */
  readonly fieldOf: (name: string) => string | undefined
  /** The tag in the service's syntax, ready for its place; undefined where it has no form there. */
  readonly tag: (asked: Asked) => string | undefined
  /** What of the article's words in HTML is written as references, so that the service sees no tag in it. */
  readonly reserved: RegExp
  /** Words of the article as plain text in which the service sees no tag. */
  readonly literal: (words: string) => string
  /** What else the HTML needs: called for what is between the tags. */
  readonly html?: (markup: string) => string
  /** `ours`: the email brings its footer. `theirs`: the service adds the way out and the address by itself. */
  readonly footer: 'ours' | 'theirs'
  /**
   * Whether there is also a page to copy from into the service's editor, and what stands for a tag there: the tag, where
   * the editor fills it, or its default.
   */
  readonly paste?: 'tags' | 'defaults'
  /** Whether there is also a zip of HTML and pictures, which the service imports. */
  readonly zip?: true
}

/** Names of fields that every service is asked for, besides those of the readers. */
export type CommonField =
  | 'first_name'
  | 'last_name'
  | 'email'
  | 'unsubscribe_url'
  | 'view_url'
  /** The sender's address, as the footer has it. */
  | 'postal_address'

/**
 * A field by a service's table, or by its rule for fields of a publication's own.
 *
 * @param own the service's name for any other field, or undefined where it can have none of that name
 */
export const fieldsOf =
  (table: Readonly<Partial<Record<CommonField, string>>>, own: (name: string) => string | undefined) =>
  (name: string): string | undefined =>
    Object.hasOwn(table, name) ? table[name as CommonField] : commonFields.has(name) ? undefined : own(name)

const commonFields: ReadonlySet<string> = new Set<CommonField>([
  ...(['first_name', 'last_name', 'email', 'unsubscribe_url', 'view_url', 'postal_address'] as const),
])
