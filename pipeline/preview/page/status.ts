import type { PreviewBuild, PreviewFormat } from '../data.js'
import { fill, h } from './dom.js'
import type { Store } from './store.js'

/** A sign with a colour, and words that say the same. */
export type Standing = 'good' | 'warning' | 'error' | 'none' | 'busy'

/** A dot in the colour of a standing; what it means stands beside it in words. */
export const dot = (standing: Standing): HTMLElement =>
  h('span', { class: `dot ${standing}`, 'aria-hidden': 'true' })

/** How the last build went. */
export function buildStanding({ state, milliseconds, failure, faults }: PreviewBuild): [Standing, string] {
  if (state === 'building') return ['busy', 'Building…']
  if (failure !== undefined) return ['error', 'The build ended early']
  if (faults.length > 0) return ['error', 'The config has an error']
  return ['good', milliseconds === undefined ? 'Ready' : `Built in ${(milliseconds / 1000).toFixed(2)} s`]
}

/** How it stands with a format of an issue. */
export function formatStanding(format: PreviewFormat | undefined, isWaiting = false): [Standing, string] {
  if (isWaiting) return ['busy', 'Building…']
  if (!format || format.state === 'none') return ['none', 'Not built']
  const time = format.at === undefined ? 'before' : `at ${clock.format(format.at)}`
  if (format.state === 'stale') return ['error', `Stale: an error stopped it; built ${time}`]
  return ['good', `Built ${time}`]
}

const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' })

/** A dot and words, changed in place. */
export function statusLine(attributes: Readonly<Record<string, string>>): {
  readonly element: HTMLElement
  show(standing: Standing, words: string): void
} {
  const element = h('p', { class: 'state', ...attributes })
  let shown = ''
  return {
    element,
    show(standing, words) {
      if (shown === `${standing} ${words}`) return
      shown = `${standing} ${words}`
      fill(element, dot(standing), words)
    },
  }
}

/** What concerns the whole page, above all else: a preview that has ended, a config that cannot be used. */
export function notices(store: Store): HTMLElement {
  const lost = h('p', { class: 'notice lost', role: 'alert', hidden: true })
  const faults = h('div', { class: 'notice', role: 'alert', hidden: true })
  let shown = ''
  store.listen(() => {
    const connection = store.connection()
    const words = connection === 'open' ? '' : lostWords[connection]
    if (lost.textContent !== words) lost.textContent = words
    lost.hidden = words === ''
    const { build } = store.data()
    const key = JSON.stringify([build.faults, build.failure])
    if (key === shown) return
    shown = key
    faults.hidden = build.faults.length === 0 && build.failure === undefined
    fill(
      faults,
      build.failure !== undefined &&
        h(
          'p',
          {},
          `Trifold met something it did not expect: ${build.failure} It goes on at the next change.`,
        ),
      ...build.faults.map(({ file, line, column, reason }) =>
        h(
          'p',
          {},
          h('strong', {}, [file, line, column].filter(each => each !== undefined).join(':')),
          ` ${reason}`,
        ),
      ),
      build.faults.length > 0 &&
        h('p', { class: 'muted' }, 'Until that is mended, the last config without an error is in force.'),
    )
  })
  return h('div', { class: 'notices' }, lost, faults)
}

const lostWords = {
  lost: 'The preview has ended; start it again. This page goes on by itself then.',
  elsewhere: 'The preview runs at another address now: open the one that it printed.',
} as const
