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
  /** Whether the server tells of what is new: it has ended, or runs at another address. */
  connection(): 'open' | 'lost' | 'elsewhere'
  /** Has the server tell of everything new from now on. */
  start(): void
  /** @returns ends it */
  listen(listener: () => void): () => void
}

const key = 'trifold.preview'

const firstChoice: Choice = { views: ['email'], panel: 'findings', kept: {} }

/** Milliseconds from a lost connection to the next try. */
const pause = 1_000

/** Opens the store. */
export function openStore(): Store {
  let data: PreviewData = { publication: '', build: { state: 'building', faults: [] }, issues: [] }
  let choice: Choice = { ...firstChoice, ...read() }
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  let connection: 'open' | 'lost' | 'elsewhere' = 'open'
  let failures = 0

  function connect(): void {
    const source = new EventSource('events')
    source.addEventListener('data', event => {
      data = JSON.parse(event.data)
      failures = 0
      connection = 'open'
      tell()
    })
    source.addEventListener('error', async () => {
      source.close()
      failures += 1
      setTimeout(connect, pause)
      // A computer that wakes up is back at once, and nobody needs to hear of it.
      if (failures < 2) return
      const answer = await fetch('page/page.css').catch(() => undefined)
      if (failures < 2) return
      connection = answer?.status === 404 ? 'elsewhere' : 'lost'
      tell()
    })
  }

  const choose = (change: Partial<Choice>) => {
    choice = { ...choice, ...change }
    sessionStorage.setItem(key, JSON.stringify(choice))
    tell()
  }
  return {
    data: () => data,
    connection: () => connection,
    start: connect,
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
