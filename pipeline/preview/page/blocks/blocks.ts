import type { ReportedMessage } from '../../../write/report.js'
import type { PreviewBlock } from '../../blocks/block.js'
import { h } from '../dom.js'
import type { Pane, Panes } from '../panes.js'
import type { Store } from '../store.js'
import { type LinkedPane, linkPane } from './linked-pane.js'
import { mark } from './marks.js'
import { isInSight, topOf } from './place.js'
import { keyIn, reach } from './reach.js'
import { scrollTogether } from './scroll-together.js'
import { sourceFiles } from './source-files.js'

/** The text of the issue that is shown, and its place in every view. */
export interface Blocks {
  /** Buttons of its own. */
  readonly controls: HTMLElement
  /** A line that says where something leads, and what came of what was asked. */
  readonly status: HTMLElement
  selected(): PreviewBlock | undefined
  /** The block that a line of a file is in; undefined where there is none. */
  at(file: string, line: number): PreviewBlock | undefined
  /** Outlines a block in every view and brings it into sight. */
  select(block: PreviewBlock | undefined): void
  /** The lines of a file, as it was when the last build came in. */
  lines(file: string): Promise<readonly string[]>
  say(words: string): void
  /** Told when another block is selected, or the text is another. @returns ends it */
  listen(listener: () => void): () => void
}

const weights = ['info', 'warning', 'error'] as const

/** Finds the text's blocks in what the views show, whenever either is new. */
export function startBlocks(store: Store, panes: Panes): Blocks {
  const files = sourceFiles()
  const together = scrollTogether(store)
  const status = h('p', { class: 'place', role: 'status' })
  const listeners = new Set<() => void>()
  let blocks: readonly PreviewBlock[] = []
  let linked: readonly LinkedPane[] = []
  let selected: PreviewBlock | undefined
  let known = ''
  let shownSlug: string | undefined
  let isWaiting = false

  const tell = () => {
    for (const listener of listeners) listener()
  }
  const say = (words: string) => {
    status.textContent = words
  }
  const at = (file: string, line: number) => blockAt(blocks, file, line)

  function paint(): void {
    const findings = new Map<string, ReportedMessage['severity']>()
    for (const { file, line, severity } of store.issue()?.messages ?? []) {
      const id = line === undefined ? undefined : at(file, line)?.id
      const before = id === undefined ? undefined : findings.get(id)
      if (id !== undefined && (!before || weights.indexOf(before) < weights.indexOf(severity)))
        findings.set(id, severity)
    }
    for (const pane of linked) mark(pane, { selected: selected?.id, findings })
  }

  function link(): void {
    isWaiting = false
    linked = panes.shown().map(pane => linkPane(pane, blocks))
    for (const { pane } of linked) listenTo(pane)
    paint()
    together.linked(linked)
  }

  /** Views tell of each page that they have drawn: all of them at once are enough. */
  function soon(): void {
    if (isWaiting) return
    isWaiting = true
    requestAnimationFrame(link)
  }

  async function load(slug: string, key: string): Promise<void> {
    const answer = await fetch(`blocks?${new URLSearchParams({ slug })}`).catch(() => undefined)
    const found: readonly PreviewBlock[] = answer?.ok ? await answer.json() : []
    if (known !== key) return
    blocks = found
    files.forget()
    selected = selected && sameAs(selected, blocks)
    soon()
    tell()
  }

  function select(block: PreviewBlock | undefined, from?: Pane): void {
    selected = block
    say(block ? `${block.file}:${block.line}` : '')
    paint()
    if (block)
      for (const { pane, elements } of linked) {
        const [element] = elements(block.id)
        const body = pane.element.querySelector('.pane-body')
        if (element && body && pane !== from && !isInSight(element, body)) pane.open.reveal(element)
      }
    tell()
  }

  /** The block that is read where nothing is selected: the first in sight. */
  function firstInSight(): string | undefined {
    const pane = linked.find(each => each.pane === together.leader()) ?? linked[0]
    const top = pane?.pane.element.querySelector('.pane-body')?.getBoundingClientRect().top ?? 0
    return pane?.order.find(id => {
      const [element] = pane.elements(id)
      return element && topOf(element) >= top
    })
  }

  function move(by: 1 | -1): void {
    const shown = blocks.filter(({ id }) => linked.some(({ elements }) => elements(id).length > 0))
    const index = shown.findIndex(({ id }) => id === selected?.id)
    const next = index < 0 ? shown.find(({ id }) => id === firstInSight()) : shown[index + by]
    if (!next) return
    select(next)
    store.choose({ panel: 'source' })
  }

  function press(pane: Pane, element: Element, leads: Element | undefined): void {
    const id = linked.find(each => each.pane === pane)?.blockAt(element)
    const block = blocks.find(each => each.id === id)
    if (block) {
      select(block, pane)
      store.choose({ panel: 'source' })
    }
    const address = leads?.getAttribute('href') ?? leads?.getAttribute('xlink:href')
    if (leads) say(address ? `The link leads to ${address}` : 'The link leads nowhere')
    const target = address?.startsWith('#') && leads?.ownerDocument.getElementById(decoded(address.slice(1)))
    if (target) pane.open.reveal(target)
  }

  const listenTo = reach({
    pressed: press,
    moved: move,
    touched: together.touched,
    scrolled: together.scrolled,
  })
  document.addEventListener('keydown', event => {
    if (!event.defaultPrevented) keyIn(event, { moved: move })
  })
  panes.listen(soon)
  // Pages that follow the system's colours are on another ground then.
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', paint)
  store.listen(() => {
    const issue = store.issue()
    if (!issue) return
    const { slug, source, formats, messages } = issue
    const { state, milliseconds } = store.data().build
    const key = JSON.stringify([slug, source, formats.map(({ files }) => files), messages, milliseconds])
    // What is written while a build goes on is of the text to come: its end is near.
    if (key === known || (state === 'building' && slug === shownSlug)) return
    known = key
    shownSlug = slug
    void load(slug, key)
  })

  return {
    controls: together.button,
    status,
    selected: () => selected,
    at,
    select,
    lines: files.lines,
    say,
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The shortest block that has a line: a list's item, not the list. */
function blockAt(blocks: readonly PreviewBlock[], file: string, line: number): PreviewBlock | undefined {
  const found = blocks.filter(block => block.file === file && block.line <= line && line <= block.endLine)
  return found.sort((a, b) => a.endLine - a.line - (b.endLine - b.line))[0]
}

/** A block after a build: the one with the same words, or the one that is where it was. */
function sameAs(before: PreviewBlock, blocks: readonly PreviewBlock[]): PreviewBlock | undefined {
  const { file, kind, text, line } = before
  const same = blocks.filter(block => block.file === file && block.text === text)
  const nearest = same.sort((a, b) => Math.abs(a.line - line) - Math.abs(b.line - line))[0]
  return nearest ?? blocks.find(block => block.file === file && block.kind === kind && block.line === line)
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}
