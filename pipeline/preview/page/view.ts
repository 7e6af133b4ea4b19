import type { Format } from '../../article.js'
import type { PreviewFile, PreviewIssue } from '../data.js'
import type { Store } from './store.js'

/** What a view is given. */
export interface ViewContext {
  readonly store: Store
  /** Where it shows what it has. */
  readonly body: HTMLElement
  /** Where its own controls stand. */
  readonly bar: HTMLElement
  /** To be called when other documents are shown, so that their blocks are found. */
  changed(): void
}

/** A view that is open. */
export interface OpenView {
  /** Shows the issue as it is now. The place that is read stays. */
  show(issue: PreviewIssue): void
  /** What blocks of the text stand in, in order; empty while nothing is loaded. */
  documents(): readonly ParentNode[]
  /** Brings an element of one of them into sight. */
  reveal(element: Element): void
  close(): void
}

/** A way to show a format. */
export interface View {
  readonly id: string
  readonly label: string
  readonly format: Format
  open(context: ViewContext): OpenView
}

/** A file of a format by its path, or by what it ends in. */
export const fileOf = (issue: PreviewIssue, format: Format, name: string): PreviewFile | undefined =>
  issue.formats
    .find(each => each.format === format)
    ?.files.find(({ path }) => path === name || path.endsWith(name))

/** The address of a file, another for each version of it. */
export const addressOf = (issue: PreviewIssue, { path, version }: PreviewFile): string =>
  `file/${encodeURIComponent(issue.slug)}/${path.split('/').map(encodeURIComponent).join('/')}?v=${version}`
