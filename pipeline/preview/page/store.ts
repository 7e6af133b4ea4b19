import type { PreviewData, PreviewIssue } from '../data.js'

/** What the person has chosen, kept over a reload of the page. */
export interface Choice {
  /** The issue's source. */
  readonly source?: string
  /** The views that are shown, one or two, by their ids. */
  readonly views: readonly string[]
  /** The panel at the side. */
  readonly panel: string
  /** What views and panels keep, by names of their own. */
  readonly kept: Readonly<Record<string, string>>
}

/** All that the page knows, and who wants to be told of it. */
export interface Store {
  data(): PreviewData
  choice(): Choice
  /** The issue that is shown; undefined where there is none. */
  issue(): PreviewIssue | undefined
  choose(change: Partial<Choice>): void
  /** Keeps a value of a view or a panel. */
  keep(name: string, value: string): void
  /** @returns ends it */
  listen(listener: () => void): () => void
}

const key = 'trifold.preview'

const firstChoice: Choice = { views: ['email'], panel: 'findings', kept: {} }

/** Opens the store, and has the server tell of everything new. */
export function openStore(): Store {
  let data: PreviewData = { publication: '', build: { state: 'building', faults: [] }, issues: [] }
  let choice: Choice = { ...firstChoice, ...read() }
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  new EventSource('events').addEventListener('data', event => {
    data = JSON.parse(event.data)
    tell()
  })
  const choose = (change: Partial<Choice>) => {
    choice = { ...choice, ...change }
    sessionStorage.setItem(key, JSON.stringify(choice))
    tell()
  }
  return {
    data: () => data,
    choice: () => choice,
    issue: () =>
      data.issues.find(each => each.source === choice.source) ?? data.issues.find(each => !each.draft),
    choose,
    keep: (name, value) => choose({ kept: { ...choice.kept, [name]: value } }),
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function read(): Partial<Choice> {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '{}')
  } catch {
    return {}
  }
}
