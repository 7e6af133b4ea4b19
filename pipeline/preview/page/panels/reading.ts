import type { Said, SaidNode } from '../../reading.js'
import { ask, type Fault, isFault } from '../ask.js'
import { fill, h } from '../dom.js'
import type { Panel } from './panels.js'

const pages = { email: 'Email', web: 'Web page' } as const

/** Roles as people call them who hear them; any other is called what it is. */
const called: Readonly<Record<string, string>> = {
  StaticText: 'text',
  ListMarker: 'marker',
  doc_subtitle: 'subtitle',
  RootWebArea: 'page',
}

/** What a screen reader has of the email and of the web page, when it is asked for. */
export const readingPanel: Panel = {
  id: 'reading',
  label: 'Read aloud',
  open(place, store) {
    const result = h('div', { class: 'said-aloud' })
    let shownFor: string | undefined
    const look = async (of: keyof typeof pages) => {
      const issue = store.issue()
      if (!issue) return
      const { slug } = issue
      shownFor = slug
      fill(result, h('p', { class: 'muted', role: 'status' }, 'Listening…'))
      const answer = await ask<Said>(`reading/${encodeURIComponent(slug)}/${of}`)
      if (shownFor !== slug) return
      fill(result, h('h3', {}, pages[of]), ...told(answer))
    }
    fill(
      place,
      h('h2', {}, 'Read aloud'),
      h(
        'p',
        { class: 'muted' },
        'What a screen reader has, in its order: what each thing is, and what it is called.',
      ),
      h(
        'p',
        { class: 'row' },
        ...(['email', 'web'] as const).map(of =>
          h(
            'button',
            { type: 'button', onclick: () => void look(of) },
            `Read the ${pages[of].toLowerCase()}`,
          ),
        ),
      ),
      result,
    )
    return store.listen(() => {
      // What was heard of another issue would be taken for this one's.
      if (shownFor === undefined || store.issue()?.slug === shownFor) return
      shownFor = undefined
      fill(result)
    })
  },
}

function told(answer: Said | Fault | undefined): HTMLElement[] {
  if (answer === undefined) return [h('p', {}, 'It is not built: see the findings.')]
  if (isFault(answer)) return [h('p', { class: 'fault' }, answer.fault)]
  if (answer.nodes.length === 0) return [h('p', {}, 'A screen reader has nothing of it.')]
  return [list(answer.nodes)]
}

const list = (nodes: readonly SaidNode[]): HTMLElement =>
  h(
    'ul',
    { class: 'said-nodes' },
    ...nodes.map(({ role, name, level, children }) =>
      h(
        'li',
        {},
        h(
          'span',
          { class: 'role muted' },
          `${called[role] ?? role}${level === undefined ? '' : ` ${level}`}`,
        ),
        ' ',
        name === '' && isSilent(role) ? h('span', { class: 'weight warning' }, 'no name') : name,
        children.length > 0 && list(children),
      ),
    ),
  )

/** Whether a thing of that role says nothing without a name. */
const isSilent = (role: string): boolean => ['link', 'image', 'img', 'button', 'heading'].includes(role)
