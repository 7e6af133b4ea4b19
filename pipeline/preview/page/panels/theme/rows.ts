import type { TokenField, TokenValue } from '../../../../config/token-changes.js'
import { fill, h } from '../../dom.js'
import type { ContrastWords } from './contrast.js'
import type { Desk } from './desk.js'

/** How it stands with a token. */
export interface TokenStanding {
  /** As it is tried. */
  readonly value: TokenValue
  /** As the config has it. */
  readonly own: TokenValue
  readonly fault: string | undefined
  readonly contrast: readonly ContrastWords[]
}

/** A token with its controls, which stay in the page whatever comes. */
export interface TokenRow {
  readonly element: HTMLElement
  show(standing: TokenStanding): void
}

/** Controls of one token. */
interface Control {
  readonly elements: readonly HTMLElement[]
  set(value: TokenValue): void
}

/** @param name what the token is called below its heading */
export function tokenRow(field: TokenField, name: string, desk: Desk): TokenRow {
  const id = `token-${field.path}`
  const control = controls[field.kind](field, id, value => desk.change(field.path, value), desk.endChange)
  const back = h('button', {
    type: 'button',
    class: 'back',
    hidden: true,
    onclick: () => desk.drop(field.path),
  })
  const notes = h('div', { class: 'notes' })
  let noted = ''
  return {
    element: h(
      'div',
      { class: `token ${field.kind}` },
      h(
        'label',
        { for: id },
        h('strong', {}, name),
        h('span', { class: 'muted' }, ` ${field.description.replace(/ Six-digit hex\.$/, '')}`),
      ),
      h('div', { class: 'inputs' }, ...control.elements, back),
      notes,
    ),
    show({ value, own, fault, contrast }) {
      if (fault === undefined) control.set(value)
      const isOther = String(value) !== String(own)
      // Who pressed it stands on it still.
      if (!isOther && document.activeElement === back) document.getElementById(id)?.focus()
      back.hidden = !isOther
      back.textContent = `Back to ${shortened(own)}`
      back.setAttribute('aria-label', `${name}: back to ${String(own)}, as the config says`)
      back.title = String(own)
      const key = JSON.stringify([fault, contrast])
      if (key === noted) return
      noted = key
      fill(
        notes,
        fault !== undefined && h('p', { class: 'fails' }, `✗ ${fault}`),
        ...contrast.map(({ passes, words }) => h('p', { class: passes ? 'passes' : 'fails' }, words)),
      )
    },
  }
}

const shortened = (value: TokenValue): string => {
  const text = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
  return text.length > 22 ? `${text.slice(0, 20)}…` : text
}

type MakeControl = (
  field: TokenField,
  id: string,
  change: (value: TokenValue) => void,
  end: () => void,
) => Control

/** Puts a value into a control, but not under the hands of who types in it. */
function put(input: HTMLInputElement | HTMLSelectElement, value: string): void {
  if (input.value !== value && document.activeElement !== input) input.value = value
}

const controls: Readonly<Record<TokenField['kind'], MakeControl>> = {
  colour({ path }, id, change, end) {
    const text = h('input', {
      id,
      type: 'text',
      class: 'hex',
      spellcheck: 'false',
      autocomplete: 'off',
      maxlength: 7,
      oninput: () => change(text.value.trim()),
      onchange: end,
    })
    const well = h('input', {
      type: 'color',
      'aria-label': `${path}, chosen from a field of colours`,
      oninput: () => {
        text.value = well.value
        change(well.value)
      },
      onchange: end,
    })
    return {
      elements: [well, text],
      set(value) {
        well.value = String(value)
        put(text, String(value))
      },
    }
  },
  number({ least, most }, id, change, end) {
    const input = h('input', {
      id,
      type: 'number',
      step: 'any',
      min: least,
      max: most,
      oninput: () => change(input.value === '' ? '' : Number(input.value)),
      onchange: end,
    })
    return { elements: [input], set: value => put(input, String(value)) }
  },
  text(_, id, change, end) {
    const input = h('input', {
      id,
      type: 'text',
      spellcheck: 'false',
      autocomplete: 'off',
      oninput: () => change(input.value),
      onchange: end,
    })
    return { elements: [input], set: value => put(input, String(value)) }
  },
  choice({ choices = [] }, id, change, end) {
    const select = h(
      'select',
      {
        id,
        onchange: () => {
          change(select.value)
          end()
        },
      },
      ...choices.map(choice => h('option', { value: choice }, choice)),
    )
    return {
      elements: [select],
      set(value) {
        select.value = String(value)
      },
    }
  },
  switch(_, id, change, end) {
    const box = h('input', {
      id,
      type: 'checkbox',
      onchange: () => {
        change(box.checked)
        end()
      },
    })
    return {
      elements: [box],
      set(value) {
        box.checked = value === true
      },
    }
  },
  numbers(_, id, change, end) {
    const inputs = ['top', 'outer', 'bottom', 'inner'].map((side, at) =>
      h('input', {
        id: at === 0 ? id : undefined,
        type: 'number',
        step: 'any',
        min: 0,
        'aria-label': `Margin, ${side}, mm`,
        title: side,
        oninput: () => change(inputs.map(({ value }) => Number(value))),
        onchange: end,
      }),
    )
    return {
      elements: inputs,
      set(value) {
        if (Array.isArray(value)) inputs.forEach((input, at) => void put(input, String(value[at])))
      },
    }
  },
}
