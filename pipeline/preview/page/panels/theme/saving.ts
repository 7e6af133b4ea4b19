import type { PreviewTheme } from '../../../data.js'
import { fill, h } from '../../dom.js'
import type { Desk } from './desk.js'

/** What becomes of what is tried: saved, undone, given up. */
export interface SavingBar {
  readonly element: HTMLElement
  show(theme: PreviewTheme): void
}

export function savingBar(desk: Desk): SavingBar {
  const said = h('p', { class: 'said', role: 'status' })
  const fault = h('p', { class: 'fails', role: 'alert' })
  const pasted = h('textarea', { readonly: true, rows: 8, 'aria-label': 'Lines to paste into the config' })
  const paste = h(
    'div',
    { class: 'paste', hidden: true },
    pasted,
    h(
      'button',
      {
        type: 'button',
        onclick: async () => {
          pasted.select()
          await navigator.clipboard?.writeText(pasted.value).catch(() => undefined)
        },
      },
      'Copy',
    ),
  )
  const save = h('button', { type: 'button', class: 'main', onclick: write }, 'Save')
  const undo = h('button', { type: 'button', onclick: () => desk.undo() }, 'Undo')
  const reset = h('button', { type: 'button', onclick: () => desk.reset() }, 'Reset')
  let theme: PreviewTheme | undefined
  /** What was said when it was saved, and of what. */
  let saved = { words: '', of: '' }
  let asked = ''

  async function write(): Promise<void> {
    const now = theme
    if (!now || save.getAttribute('aria-disabled') === 'true') return
    fill(fault)
    const reason = await desk.save(now.mark)
    if (reason === undefined) saved = { words: `Saved in ${now.file}.`, of: triedNow() }
    else {
      fault.textContent = reason
      await showLines()
    }
    if (theme) show(theme)
  }

  async function showLines(): Promise<void> {
    const answer = await fetch('theme/lines').catch(() => undefined)
    if (answer?.ok) pasted.value = await answer.text()
    paste.hidden = pasted.value === ''
  }

  const triedNow = () => JSON.stringify({ ...theme?.changes, ...desk.pending() })

  /** Turns off what there is nothing to do for; it keeps the focus that it may have. */
  const enable = (button: HTMLElement, isOn: boolean) => button.setAttribute('aria-disabled', String(!isOn))

  function show(next: PreviewTheme): void {
    theme = next
    const count = Object.keys({ ...next.changes, ...desk.pending() }).length
    const isFile = next.kind === 'file'
    // Until the config is read again, what was saved counts as tried.
    if (count > 0 && triedNow() !== saved.of) saved = { words: '', of: '' }
    save.hidden = !isFile
    enable(save, count > 0)
    enable(undo, next.steps > 0)
    enable(reset, count > 0)
    const words = saved.words || wordsFor(next, count)
    if (said.textContent !== words) said.textContent = words
    const key = JSON.stringify([next.kind, next.changes])
    if (key === asked) return
    asked = key
    if (count === 0) {
      fill(fault)
      paste.hidden = true
    } else if (!isFile || !paste.hidden) void showLines()
  }

  return {
    element: h(
      'div',
      { class: 'saving' },
      said,
      h('div', { class: 'buttons' }, save, undo, reset),
      fault,
      paste,
    ),
    show,
  }
}

function wordsFor({ kind, file }: PreviewTheme, count: number): string {
  if (count === 0) return `As ${file ?? 'Trifold'} has it. What you change is built at once.`
  const tried = `${count} ${count === 1 ? 'token is' : 'tokens are'} tried. `
  if (kind === 'file') return `${tried}Nothing is written to ${file} until you save.`
  if (kind === 'code') return `${tried}${file} is code, and is not written: paste these lines into it.`
  return `${tried}There is no trifold.yaml: make one of these lines.`
}
