import type { Inbox, InboxPiece } from '../../inbox.js'
import { ask, isFault } from '../ask.js'
import { fill, h } from '../dom.js'
import { readerIn } from '../looks.js'
import type { Store } from '../store.js'

/** The email in the list of a mail program, and the made-up reader it is filled for. */
export interface InboxLine {
  readonly element: HTMLElement
  /** @param address where it is; undefined where there is none */
  show(address: string | undefined): void
}

export function inboxLine(store: Store): InboxLine {
  const form = readerForm(store)
  const body = h('div', { class: 'inbox-body' })
  const isOpen = store.choice().kept['email.inbox'] !== 'closed'
  const element = h(
    'details',
    {
      class: 'inbox',
      open: isOpen,
      hidden: true,
      ontoggle: () => {
        const state = element.open ? 'open' : 'closed'
        if ((store.choice().kept['email.inbox'] ?? 'open') !== state) store.keep('email.inbox', state)
      },
    },
    h('summary', {}, 'In the inbox'),
    body,
  )
  let address: string | undefined
  return {
    element,
    async show(next) {
      if (next === address) return
      address = next
      element.hidden = next === undefined
      if (next === undefined) return
      const inbox = await ask<Inbox>(next)
      if (next !== address || inbox === undefined || isFault(inbox)) return
      const listed = [desktop(inbox), phone(inbox)]
      const before = body.querySelectorAll('.listed')
      if (before.length === 0) body.append(...listed, form.element)
      // The field that is typed in stays where it is.
      else for (const [index, each] of listed.entries()) before[index]?.replaceWith(each)
      form.show(inbox)
    },
  }
}

const desktop = (inbox: Inbox): HTMLElement =>
  h(
    'figure',
    { class: 'listed on-desktop' },
    h('figcaption', { class: 'visually-hidden' }, 'On a desktop'),
    h(
      'p',
      {},
      h('b', { title: inbox.from }, inbox.sender),
      h('span', { class: 'line', dir: 'auto' }, h('b', {}, ...inbox.subject.map(piece)), ...after(inbox)),
    ),
  )

const phone = (inbox: Inbox): HTMLElement =>
  h(
    'figure',
    { class: 'listed on-phone' },
    h('figcaption', { class: 'visually-hidden' }, 'On a telephone'),
    h(
      'p',
      {},
      h('b', {}, inbox.sender),
      h('span', { class: 'line', dir: 'auto' }, ...inbox.subject.map(piece)),
      h('span', { class: 'snippet muted', dir: 'auto' }, ...inbox.snippet.map(piece)),
    ),
  )

const after = ({ snippet }: Inbox) =>
  snippet.length === 0 ? [] : [h('span', { class: 'muted' }, ' – ', ...snippet.map(piece))]

const piece = ({ text, tag, isMissing }: InboxPiece): HTMLElement | string =>
  tag === undefined
    ? text
    : h(
        'mark',
        { class: isMissing ? 'missing' : undefined, title: isMissing ? `${tag} has no default` : tag },
        text,
      )

/** A field for each merge tag. What is typed is kept; what is left empty has its default. */
function readerForm(store: Store) {
  const fields = h('div', { class: 'fields' })
  const reset = h(
    'button',
    { type: 'button', onclick: () => store.keep('email.reader', '{}') },
    'Use the defaults',
  )
  const element = h(
    'div',
    { class: 'reader', role: 'group', 'aria-label': 'A sample reader', hidden: true },
    h('span', { class: 'muted' }, 'Sample reader'),
    fields,
    reset,
  )
  let names = ''
  const keep = (name: string, value: string) => {
    const { [name]: _, ...others } = readerIn(store.choice().kept)
    store.keep('email.reader', JSON.stringify(value === '' ? others : { ...others, [name]: value }))
  }
  return {
    element,
    show({ tags }: Inbox) {
      const reader = readerIn(store.choice().kept)
      element.hidden = tags.length === 0
      reset.hidden = Object.keys(reader).length === 0
      const now = JSON.stringify(tags)
      if (now !== names) {
        names = now
        fill(
          fields,
          ...tags.map(tag => {
            const input: HTMLInputElement = h('input', {
              name: tag.name,
              placeholder: tag.default ?? 'no default',
              autocomplete: 'off',
              size: 14,
              onchange: () => keep(tag.name, input.value.trim()),
            })
            return h('label', {}, tag.name, ' ', input)
          }),
        )
      }
      for (const input of fields.querySelectorAll('input'))
        if (input !== document.activeElement) input.value = reader[input.name] ?? ''
    },
  }
}
