import type { Palette, Tokens } from '../../../../templates/tokens.js'
import type { TokenField, TokenValue } from '../../../config/token-changes.js'
import type { PreviewTheme } from '../../data.js'
import { fill, h } from '../dom.js'
import type { Store } from '../store.js'
import type { Panel } from './panels.js'
import { contrastOf, contrastOfAll } from './theme/contrast.js'
import { type Desk, openDesk } from './theme/desk.js'
import { type TokenRow, tokenRow } from './theme/rows.js'
import { savingBar } from './theme/saving.js'

/** Tries other colours, typefaces and sizes in every format, and writes them into the config. */
export const themePanel: Panel = {
  id: 'theme',
  label: 'Theme',
  open(place, store) {
    let show = () => {}
    let isOpen = true
    const desk = openDesk(() => show())
    const bar = savingBar(desk)
    const groups = h('div')
    fill(place, h('h2', {}, 'Theme'), bar.element, groups)
    void fetch('theme/fields')
      .then(answer => answer.json())
      .then((fields: readonly TokenField[]) => {
        if (!isOpen) return
        const parts = partsOf(fields, store, desk)
        fill(groups, ...parts.map(({ element }) => element))
        show = () => {
          const { theme } = store.data()
          if (!theme) return
          bar.show(theme)
          for (const part of parts) part.show(theme)
        }
        show()
      })
    const end = store.listen(() => show())
    return () => {
      isOpen = false
      end()
    }
  },
}

/** Parts of a theme, as they are headed. */
const headings: Readonly<Record<string, string>> = {
  light: 'Light colours',
  dark: 'Dark colours',
  fonts: 'Typefaces',
  screen: 'Email and web page, in pixels',
  paper: 'PDF, in points',
}

interface Part {
  readonly element: HTMLElement
  show(theme: PreviewTheme): void
}

function partsOf(fields: readonly TokenField[], store: Store, desk: Desk): readonly Part[] {
  return Object.entries(headings).map(([key, heading]) => {
    const own = fields.filter(({ path }) => path.startsWith(`${key}.`))
    const rows = own.map(field => ({ field, row: tokenRow(field, nameOf(field.path), desk) }))
    const summary = h('span', { class: 'sum' })
    const kept = `theme-${key}`
    const element = h(
      'details',
      { class: 'part', open: (store.choice().kept[kept] ?? (key === 'light' ? 'open' : '')) === 'open' },
      h('summary', {}, heading, summary),
      ...withSubheadings(rows),
    )
    element.addEventListener('toggle', () => {
      const now = element.open ? 'open' : 'closed'
      if (store.choice().kept[kept] !== now) store.keep(kept, now)
    })
    return {
      element,
      show(theme) {
        const pending = { ...theme.changes, ...desk.pending() }
        const palette = key === 'light' || key === 'dark' ? paletteOf(theme.tokens, key, pending) : undefined
        if (palette) {
          const { passes, words } = contrastOfAll(palette)
          if (summary.textContent !== words) summary.textContent = words
          summary.className = `sum ${passes ? 'passes' : 'fails'}`
        }
        for (const { field, row } of rows) {
          const value = valueAt(theme.tokens, field.path)
          row.show({
            own: value,
            value: pending[field.path] ?? value,
            fault: desk.faults()[field.path],
            contrast: palette ? contrastOf(palette, field.path.slice(key.length + 1)) : [],
          })
        }
      },
    }
  })
}

/** Rows, with what their paths have in common above them: `callout`, `code`, `body`. */
function withSubheadings(rows: readonly { field: TokenField; row: TokenRow }[]): readonly HTMLElement[] {
  let above = ''
  return rows.flatMap(({ field, row }) => {
    const [, middle = '', ...rest] = field.path.split('.')
    const heading = rest.length > 0 ? middle : ''
    const isNew = heading !== '' && heading !== above
    above = heading
    return isNew ? [h('h3', {}, subheadings[middle] ?? middle), row.element] : [row.element]
  })
}

const subheadings: Readonly<Record<string, string>> = {
  callout: 'Callouts',
  code: 'Code',
  body: 'Running text',
  heading: 'Title and headings',
  mono: 'Code',
  math: 'Formulas',
}

/** What is left of a path below its headings. */
function nameOf(path: string): string {
  const [, ...steps] = path.split('.')
  return steps.length > 1 ? steps.slice(1).join(' ') : steps.join(' ')
}

/** The path is one of the tokens' own, so what is there is a value of theirs. */
const valueAt = (tokens: Tokens, path: string): TokenValue =>
  path.split('.').reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], tokens) as TokenValue

const isColour = (value: TokenValue): boolean => /^#[\da-f]{6}$/i.test(String(value))

/** A palette as it is tried; what is no colour yet leaves what was. */
function paletteOf(
  tokens: Tokens,
  key: 'light' | 'dark',
  changes: Readonly<Record<string, TokenValue>>,
): Palette {
  const palette = structuredClone(tokens[key])
  for (const [path, value] of Object.entries(changes)) {
    const [part, ...steps] = path.split('.')
    const last = steps.pop()
    if (part !== key || last === undefined || !isColour(value)) continue
    const holder = steps.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], palette)
    Object.assign(holder as object, { [last]: value })
  }
  return palette
}
