import { h } from '../dom.js'
import { type Look, lookIn, lookNames } from '../looks.js'
import type { Store } from '../store.js'

/** The controls of how the email is looked at. */
export interface LookControls {
  readonly elements: readonly HTMLElement[]
  /** Shows what is chosen. */
  show(look: Look): void
}

export function lookControls(store: Store): LookControls {
  const choose = (change: Partial<Look>) =>
    store.keep('email.look', JSON.stringify({ ...lookIn(store.choice().kept), ...change }))
  const shown: ((look: Look) => void)[] = []

  /** Buttons, one of which is pressed. */
  function segments<Key extends 'shows' | 'width'>(label: string, key: Key): HTMLElement {
    const buttons = namesOf(key).map(([value, name]) => {
      const button = h('button', { type: 'button', onclick: () => choose({ [key]: value }) }, name)
      shown.push(look => button.setAttribute('aria-pressed', String(look[key] === value)))
      return button
    })
    return h('div', { class: 'segments', role: 'group', 'aria-label': label }, ...buttons)
  }

  /** A button that is pressed while a thing is off. */
  function toggle(key: 'pictures' | 'styles'): HTMLElement {
    const button = h(
      'button',
      {
        type: 'button',
        onclick: () => choose({ [key]: lookIn(store.choice().kept)[key] === 'on' ? 'off' : 'on' }),
      },
      lookNames[key].off,
    )
    shown.push(look => button.setAttribute('aria-pressed', String(look[key] === 'off')))
    return button
  }

  const colours = h(
    'select',
    {
      'aria-label': 'Colours',
      // One of the names that stand in the list.
      onchange: () => choose({ colours: colours.value as Look['colours'] }),
    },
    ...namesOf('colours').map(([value, name]) => h('option', { value }, name)),
  )
  const ofMail = h(
    'div',
    { class: 'of-mail' },
    segments('Width', 'width'),
    colours,
    toggle('pictures'),
    toggle('styles'),
  )
  shown.push(look => {
    colours.value = look.colours
    ofMail.hidden = look.shows !== 'mail'
  })
  return {
    elements: [segments('What of it', 'shows'), ofMail],
    show: look => {
      for (const each of shown) each(look)
    },
  }
}

const namesOf = (key: keyof Look): [string, string][] => Object.entries(lookNames[key])
