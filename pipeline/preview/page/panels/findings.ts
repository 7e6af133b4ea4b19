import type { ReportedMessage } from '../../../write/report.js'
import type { Blocks } from '../blocks/blocks.js'
import { openInEditor } from '../blocks/source-files.js'
import { fill, h } from '../dom.js'
import { lineList } from './lines.js'
import type { Panel } from './panels.js'

const groups = [
  { severity: 'error', title: 'Errors' },
  { severity: 'warning', title: 'Warnings' },
  { severity: 'info', title: 'Notes' },
] as const

/** So many lines of a block are shown with a finding at most. */
const excerptLines = 8

/** What the checks found, by weight, each with its place in the views and in the source. */
export const findingsPanel: Panel = {
  id: 'findings',
  label: 'Findings',
  open(place, store, _panes, blocks) {
    let shown: string | undefined
    let chosen: ReportedMessage | undefined
    const excerpt = h('div', { class: 'excerpt' })
    const body = h('div', { class: 'found' })
    fill(place, h('h2', {}, 'Findings'), body)

    const found = () => [...store.data().build.faults, ...(store.issue()?.messages ?? [])]
    const choose = (message: ReportedMessage) => {
      chosen = message
      const { file, line } = message
      const block = line === undefined ? undefined : blocks.at(file, line)
      blocks.select(block)
      if (!block) blocks.say(placeOf(message))
      show()
      void showSource(excerpt, message, blocks).then(() => excerpt.scrollIntoView({ block: 'nearest' }))
    }

    function show(): void {
      const all = found()
      chosen = chosen && sameAs(chosen, all)
      const own = store.issue()?.source
      const key = JSON.stringify([all, chosen, own])
      if (key === shown) return
      shown = key
      // Who works by the keyboard stays where they are, although the list is another one.
      const focused = body.contains(document.activeElement)
        ? [...body.querySelectorAll('button, a')].indexOf(document.activeElement as Element)
        : -1
      fill(
        body,
        all.length === 0 && h('p', { class: 'muted' }, 'Nothing was found.'),
        ...groups.flatMap(({ severity, title }) => {
          const messages = all.filter(message => message.severity === severity)
          if (messages.length === 0) return []
          return [
            h('h3', {}, `${title} (${messages.length})`),
            h(
              'ul',
              {},
              ...messages.map(message =>
                item(message, { choose, own, excerpt: message === chosen ? excerpt : undefined }),
              ),
            ),
          ]
        }),
      )
      body.querySelectorAll<HTMLElement>('button, a')[focused]?.focus({ preventScroll: true })
    }
    show()
    const ends = [
      store.listen(show),
      blocks.listen(() => {
        if (chosen) void showSource(excerpt, chosen, blocks)
      }),
    ]
    return () => {
      for (const end of ends) end()
    }
  },
}

/** A finding after a build: lines may have come in before it. */
function sameAs(before: ReportedMessage, all: readonly ReportedMessage[]): ReportedMessage | undefined {
  const { file, rule, reason, line = 0 } = before
  const same = all.filter(each => each.file === file && each.rule === rule && each.reason === reason)
  const apart = (each: ReportedMessage) => Math.abs((each.line ?? 0) - line)
  return same.sort((a, b) => apart(a) - apart(b))[0]
}

const placeOf = ({ file, line, column }: ReportedMessage): string =>
  [file, line, column].filter(part => part !== undefined && part !== '').join(':')

/** How a finding is shown. */
interface Shown {
  choose(message: ReportedMessage): void
  /** The file that goes without saying. */
  readonly own: string | undefined
  /** The source of the one that is chosen. */
  readonly excerpt: HTMLElement | undefined
}

function item(message: ReportedMessage, { choose, own, excerpt }: Shown): HTMLElement {
  const { severity, reason, rule, url, file, line } = message
  return h(
    'li',
    { class: severity },
    h(
      'button',
      { type: 'button', 'aria-pressed': String(excerpt !== undefined), onclick: () => choose(message) },
      reason,
    ),
    h(
      'div',
      { class: 'where muted' },
      h('span', {}, file === own && line !== undefined ? `Line ${line}` : placeOf(message)),
      /^(?:docs\/rules\.md#|https?:)/.test(url)
        ? h('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, rule)
        : h('span', {}, rule),
    ),
    excerpt,
  )
}

async function showSource(
  place: HTMLElement,
  { file, line }: ReportedMessage,
  blocks: Blocks,
): Promise<void> {
  if (file === '') return
  const from = line ?? 1
  const block = blocks.at(file, from) ?? { line: from, endLine: from }
  const lines = await blocks.lines(file)
  const first = block.endLine - block.line < excerptLines ? block.line : from
  const last = Math.min(block.endLine, first + excerptLines - 1)
  fill(
    place,
    line !== undefined && lineList(lines.slice(first - 1, last), first, { line: from, endLine: from }),
    h(
      'button',
      { type: 'button', onclick: async () => blocks.say(await openInEditor(file, from)) },
      'Open in editor',
    ),
  )
}
