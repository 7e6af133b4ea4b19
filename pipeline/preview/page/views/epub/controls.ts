import type { BookTheme } from '../../../../../templates/preview/book-themes.js'
import { h } from '../../dom.js'
import type { Store } from '../../store.js'

/** How a book is shown. */
export interface BookLook {
  readonly isScrolled: boolean
  /** In per cent. */
  readonly size: number
  readonly theme: BookTheme
}

/** What the view of a book is controlled by. */
export interface BookControls {
  readonly elements: readonly HTMLElement[]
  look(): BookLook
  /** Tells how far it is read, from 0 to 1. */
  at(fraction: number | undefined): void
}

const themes: readonly { id: BookTheme; label: string }[] = [
  { id: 'light', label: 'Light' },
  { id: 'sepia', label: 'Sepia' },
  { id: 'dark', label: 'Dark' },
]

/** Sizes of the text, in per cent. */
const sizes = [70, 80, 90, 100, 110, 125, 140, 160, 180, 200]

/** What is done when a control is used. */
export interface BookActions {
  previous(): void
  next(): void
  /** Shows the contents or takes them away. */
  contents(): void
  /** The look is another one. */
  dress(): void
}

/** Turning pages, the contents, and the look, which is kept. */
export function bookControls(store: Store, contentsId: string, act: BookActions): BookControls {
  const { kept } = store.choice()
  let size = sizes.find(each => String(each) === kept['epub.size']) ?? 100
  const progress = h('span', { class: 'muted progress' })
  const flow = choice('Flow', kept['epub.flow'], [
    ['pages', 'Pages'],
    ['scrolled', 'Scrolled'],
  ])
  const theme = choice(
    'Colours',
    kept['epub.theme'],
    themes.map(({ id, label }) => [id, label]),
  )
  flow.addEventListener('change', () => {
    store.keep('epub.flow', flow.value)
    act.dress()
  })
  theme.addEventListener('change', () => {
    store.keep('epub.theme', theme.value)
    act.dress()
  })
  const resize = (by: number) => {
    size = sizes[sizes.indexOf(size) + by] ?? size
    store.keep('epub.size', String(size))
    mark()
    act.dress()
  }
  const smaller = sizeButton('A−', 'smaller text', () => resize(-1))
  const larger = sizeButton('A+', 'larger text', () => resize(1))
  const mark = () => {
    smaller.setAttribute('aria-disabled', String(size === sizes[0]))
    larger.setAttribute('aria-disabled', String(size === sizes.at(-1)))
  }
  mark()
  const contents = h(
    'button',
    {
      type: 'button',
      'aria-expanded': 'false',
      'aria-controls': contentsId,
      onclick: () => {
        contents.setAttribute('aria-expanded', String(contents.getAttribute('aria-expanded') === 'false'))
        act.contents()
      },
    },
    'Contents',
  )

  return {
    elements: [
      contents,
      h(
        'span',
        { class: 'turn' },
        h('button', { type: 'button', 'aria-label': 'Previous page', onclick: act.previous }, '‹'),
        h('button', { type: 'button', 'aria-label': 'Next page', onclick: act.next }, '›'),
        progress,
      ),
      h('span', { class: 'turn' }, smaller, larger),
      flow,
      theme,
    ],
    look: () => ({
      isScrolled: flow.value === 'scrolled',
      size,
      theme: themes.find(({ id }) => id === theme.value)?.id ?? 'light',
    }),
    at(fraction) {
      progress.textContent = fraction === undefined ? '' : `${Math.round(fraction * 100)} %`
    },
  }
}

const sizeButton = (sign: string, words: string, onclick: () => void): HTMLButtonElement =>
  h('button', { type: 'button', onclick }, sign, h('span', { class: 'visually-hidden' }, ` ${words}`))

function choice(
  label: string,
  kept: string | undefined,
  options: readonly (readonly [id: string, label: string])[],
): HTMLSelectElement {
  const select = h('select', { 'aria-label': label })
  for (const [id, words] of options) select.append(h('option', { value: id }, words))
  select.value = options.find(([id]) => id === kept)?.[0] ?? options[0]?.[0] ?? ''
  return select
}
