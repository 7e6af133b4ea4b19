import { h } from './dom.js'
import type { Store } from './store.js'

/** What a key does. */
export interface Shortcut {
  /** As `KeyboardEvent.key` has it: one character. */
  readonly key: string
  /** What it does, as the help says it. */
  readonly words: string
  run(): void
}

/** Whether what is typed goes into a control. */
const takesKeys = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, select, textarea, dialog') !== null)

/**
 * Listens to single keys, and tells which there are in a dialog. They can be turned off, since who speaks to a computer
 * types without meaning to (WCAG 2.2, 2.1.4).
 *
 * @returns the button that opens the dialog, and the dialog
 */
export function startShortcuts(
  store: Store,
  shortcuts: readonly Shortcut[],
): { readonly button: HTMLElement; readonly dialog: HTMLElement } {
  const isOn = () => store.choice().kept.keys !== 'off'
  const help: Shortcut = { key: '?', words: 'Show these keys', run: () => dialog.showModal() }
  const all = [...shortcuts, help]
  const box = h('input', {
    type: 'checkbox',
    onchange: () => store.keep('keys', box.checked ? 'on' : 'off'),
  })
  const dialog = h(
    'dialog',
    { class: 'help', 'aria-labelledby': 'help-title' },
    h('h2', { id: 'help-title' }, 'Keys'),
    h(
      'dl',
      {},
      ...[...all, ...always].flatMap(({ key, words }) => [
        h('dt', {}, h('kbd', {}, key)),
        h('dd', {}, words),
      ]),
    ),
    h('label', { class: 'check' }, box, ' Single letters and digits are keys'),
    h('form', { method: 'dialog' }, h('button', { type: 'submit', class: 'main', autofocus: true }, 'Close')),
  )
  dialog.addEventListener('click', event => {
    if (event.target === dialog) dialog.close()
  })
  // The page's policy has no form sent anywhere, not even to a dialog.
  dialog.querySelector('form')?.addEventListener('submit', event => {
    event.preventDefault()
    dialog.close()
  })
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || takesKeys(event.target)) return
    const found = all.find(({ key }) => key === event.key)
    if (!found || !isOn()) return
    event.preventDefault()
    found.run()
  })
  store.listen(() => {
    box.checked = isOn()
  })
  const button = h(
    'button',
    { type: 'button', class: 'round', 'aria-label': 'Keys', title: 'Keys (?)', onclick: help.run },
    '?',
  )
  return { button, dialog }
}

/** What the browser and the groups of controls do by themselves. */
const always = [
  { key: 'Tab', words: 'To the next group of controls' },
  { key: '← →', words: 'Within a group: the views, the panels' },
]
