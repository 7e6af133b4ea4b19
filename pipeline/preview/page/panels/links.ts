import type { FoundLink, LinkKind } from '../../links.js'
import { counted } from '../amounts.js'
import { isFault } from '../ask.js'
import { fill, h } from '../dom.js'
import { follow } from '../follow.js'
import type { Panes } from '../panes.js'
import type { Panel } from './panels.js'
import { sourceButton } from './source-button.js'

const kinds: Readonly<Record<LinkKind, string>> = {
  elsewhere: 'Elsewhere',
  publication: 'To the publication',
  within: 'Within the issue',
  somebody: 'To somebody',
}

/** Every link of the issue, told apart by where it leads. */
export const linksPanel: Panel = {
  id: 'links',
  label: 'Links',
  open(place, store, panes) {
    let shown = ''
    const following = follow<readonly FoundLink[]>(
      store,
      ({ slug }) => `links/${encodeURIComponent(slug)}`,
      answer => {
        const now = JSON.stringify(answer ?? '')
        if (now === shown) return
        shown = now
        fill(place, h('h2', {}, 'Links'), ...told(answer, panes))
      },
    )
    return following.end
  },
}

function told(answer: readonly FoundLink[] | { readonly fault: string } | undefined, panes: Panes) {
  if (answer === undefined) return [h('p', { class: 'muted' }, 'Looking…')]
  if (isFault(answer)) return [h('p', {}, answer.fault)]
  if (answer.length === 0) return [h('p', { class: 'muted' }, 'The text has no links.')]
  const times = new Map<string, number>()
  for (const { target } of answer) times.set(target, (times.get(target) ?? 0) + 1)
  const doubled = [...times.values()].filter(count => count > 1).length
  return [
    h(
      'p',
      { class: 'muted' },
      `${counted(answer.length, 'link')} to ${counted(times.size, 'place')}${doubled > 0 ? `, ${doubled} of them more than once` : ''}`,
    ),
    ...Object.entries(kinds).flatMap(([kind, label]) => {
      const links = answer.filter(link => link.kind === kind)
      if (links.length === 0) return []
      return [
        h('h3', {}, `${label} (${links.length})`),
        h('ul', { class: 'links' }, ...links.map(link => item(link, times.get(link.target) ?? 1, panes))),
      ]
    }),
  ]
}

const item = ({ text, target, file, line, kind }: FoundLink, times: number, panes: Panes): HTMLElement =>
  h(
    'li',
    {},
    kind === 'within'
      ? h('span', { class: 'text' }, text || target)
      : h(
          'button',
          {
            type: 'button',
            class: 'text',
            title: 'Show it in the text',
            onclick: () => reveal(target, text, panes),
          },
          text || target,
        ),
    h('span', { class: 'target muted' }, target),
    h(
      'span',
      { class: 'about' },
      sourceButton(file, line),
      times > 1 && h('span', { class: 'muted' }, `${times} times`),
      text === '' && h('span', { class: 'weight warning' }, 'no words'),
    ),
  )

/** Brings the first link of those words to that target into sight, wherever it is shown. */
function reveal(target: string, text: string, panes: Panes): void {
  for (const { open } of panes.shown())
    for (const document of open.documents()) {
      const links = [...document.querySelectorAll('a')].filter(link => link.getAttribute('href') === target)
      const found = links.find(link => link.textContent?.replace(/\s+/g, ' ').trim() === text) ?? links[0]
      if (!found) continue
      open.reveal(found)
      found.animate([{ outline: '3px solid' }, { outline: '3px solid transparent' }], { duration: 1500 })
    }
}
