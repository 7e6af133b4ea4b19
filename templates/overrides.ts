import type { ElementContent } from 'hast'
import type { ElementName } from '../pipeline/article.js'
import type { vocabulary } from '../pipeline/vocabulary.js'
import type { CoverTemplate } from './cover/cover.js'
import type { EmailTemplate } from './email/email.js'
import type { EmailNode, EmailState } from './email/state.js'
import type { TextHandlers, TextPiece, TextState } from './email/text/state.js'
import type { EpubTemplate } from './epub/epub.js'
import type { Handler } from './handlers.js'
import type { HtmlState } from './html/state.js'
import type { PrintTemplate } from './print/template.js'
import type { WebTemplate } from './web/web.js'

/** A template with any of its parts in place of ours, and any of its tables in part. */
export type Override<Template> = {
  readonly [Part in keyof Template]?: Template[Part] extends (...given: never[]) => unknown
    ? Template[Part]
    : Partial<Template[Part]>
}

/** Handlers, layouts and style sheets that a publication puts in place of ours, by format. */
export interface Templates {
  readonly email?: Override<EmailTemplate>
  /** The email's plain-text part. */
  readonly text?: Override<{ readonly elements: TextHandlers }>
  readonly pdf?: Override<PrintTemplate>
  readonly epub?: Override<EpubTemplate>
  readonly web?: Override<WebTemplate>
  /** The cover that is drawn for an EPUB and for links to the web page, and that the PDF has for its first page. */
  readonly cover?: Override<CoverTemplate>
}

/** Our template with a publication's parts in place of ours. */
export function overridden<Template extends object>(
  ours: Template,
  theirs: Override<Template> | undefined,
): Template {
  const changed = Object.entries(theirs ?? {}).map(([part, value]) => {
    // The types say that the part is of the same kind: a function, or a table.
    const own = ours[part as keyof Template]
    return [part, typeof own === 'function' ? value : { ...(own as object), ...(value as object) }]
  })
  return { ...ours, ...Object.fromEntries(changed) }
}

/** Names that a publication added to the vocabulary (see `Vocabulary`). */
export type AddedName = Exclude<ElementName, keyof typeof vocabulary>

/** What an added element becomes: it has a handler for each format, as ours do. */
export interface AddedElement<Name extends ElementName> {
  readonly email: Handler<Name, EmailNode, EmailState>
  readonly text: Handler<Name, TextPiece, TextState>
  readonly pdf: Handler<Name, ElementContent, HtmlState>
  readonly epub: Handler<Name, ElementContent, HtmlState>
  readonly web: Handler<Name, ElementContent, HtmlState>
}

/** Every added element with its handlers: one that lacks any does not compile. */
export type AddedElements = { readonly [Name in AddedName]: AddedElement<Name> }

/** The handlers of added elements as overrides: to a format's table they are more rows. */
export function withAdded(templates: Templates, added: AddedElements): Templates {
  const rows = Object.entries(added as Readonly<Record<string, AddedElement<ElementName>>>)
  const table = (medium: keyof AddedElement<ElementName>) =>
    Object.fromEntries(rows.map(([name, element]) => [name, element[medium]]))
  const joined = <Format extends Exclude<keyof Templates, 'cover'>>(format: Format) => ({
    ...templates[format],
    elements: { ...table(format), ...templates[format]?.elements },
  })
  return {
    email: joined('email'),
    text: joined('text'),
    pdf: joined('pdf'),
    epub: joined('epub'),
    web: joined('web'),
    ...(templates.cover ? { cover: templates.cover } : {}),
  }
}
