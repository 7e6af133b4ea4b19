import type { TestResult } from '../../../send/service.js'
import type { Asked, LookedAt } from '../../sending.js'
import { counted } from '../amounts.js'
import { ask, type Fault, isFault } from '../ask.js'
import { fill, h } from '../dom.js'
import type { Store } from '../store.js'
import type { Panel } from './panels.js'

/** Sends a test of the issue, and looks at what a launch would be. */
export const sendPanel: Panel = {
  id: 'send',
  label: 'Send',
  open(place, store) {
    const body = h('div', {}, h('p', { class: 'muted' }, 'Looking…'))
    fill(place, h('h2', {}, 'Send'), body)
    let isOver = false
    let config = ''
    const forms = sendingForms(store)
    const look = async () => {
      const answer = await ask<{ readonly lacks: readonly string[] }>('sending')
      if (isOver || answer === undefined) return
      const now = JSON.stringify(answer)
      if (now === config) return
      config = now
      if (isFault(answer)) fill(body, h('p', {}, answer.fault))
      else if (answer.lacks.length > 0) fill(body, ...notSet(answer.lacks))
      else fill(body, forms.element)
    }
    // What the config says is another when it was read anew, which a build follows.
    let state = ''
    const stop = store.listen(() => {
      forms.look()
      const now = store.data().build.state
      if (now === state) return
      state = now
      void look()
    })
    void look()
    return () => {
      isOver = true
      stop()
    }
  },
}

const notSet = (lacks: readonly string[]): HTMLElement[] => [
  h('p', {}, 'Sending is not set up here.'),
  h('ul', { class: 'faults' }, ...lacks.map(lack => h('li', {}, lack))),
  h(
    'p',
    {},
    h(
      'a',
      {
        href: 'docs/sending.md',
        target: '_blank',
        rel: 'noreferrer',
      },
      'How sending is set up',
    ),
  ),
]

/** What was asked for, or a fault of either kind as sentences. */
function faultsOf(answer: Asked<object> | Fault | undefined): readonly string[] | undefined {
  if (answer === undefined) return ['There is nothing of this issue to send.']
  if (isFault(answer)) return [answer.fault]
  return 'faults' in answer ? answer.faults : undefined
}

function sendingForms(store: Store) {
  const outcome = h('div', { role: 'status' })
  const launch = h('div', { role: 'status' })
  let slug: string | undefined

  const input: HTMLInputElement = h('input', {
    type: 'email',
    name: 'to',
    required: true,
    autocomplete: 'email',
    placeholder: 'you@example.org',
    value: store.choice().kept['send.to'] ?? '',
  })
  const send = h('button', { type: 'submit', class: 'main' }, 'Send a test')
  const form = h(
    'form',
    {
      class: 'send-test',
      onsubmit: event => {
        event.preventDefault()
        void test()
      },
    },
    h('label', {}, 'Send the issue to', input),
    send,
  )
  const plan = h('button', { type: 'button', onclick: () => void lookAt() }, 'Look at the launch')

  /** Has something done while the button rests. */
  async function busy(button: HTMLButtonElement, place: HTMLElement, work: () => Promise<HTMLElement[]>) {
    if (button.getAttribute('aria-disabled') === 'true') return
    button.setAttribute('aria-disabled', 'true')
    fill(place, h('p', { class: 'muted' }, 'A moment…'))
    const told = await work()
    button.removeAttribute('aria-disabled')
    fill(place, ...told)
  }

  async function test(): Promise<void> {
    const issue = store.issue()
    const to = input.value.trim()
    if (!issue || to === '') return
    store.keep('send.to', to)
    await busy(send, outcome, async () => {
      const query = new URLSearchParams({ slug: issue.slug, to })
      const answer = await ask<Asked<TestResult>>(`test?${query}`, 'POST')
      const faults = faultsOf(answer)
      if (faults) return [faultList(faults)]
      const result = answer as TestResult
      // What is said of the launch is that it was not tested.
      if (result.verdict.kind === 'sent' && launch.hasChildNodes()) void lookAt()
      return [verdictOf(result)]
    })
  }

  async function lookAt(): Promise<void> {
    const issue = store.issue()
    if (!issue) return
    await busy(plan, launch, async () => {
      const answer = await ask<Asked<LookedAt>>(`plan?${new URLSearchParams({ slug: issue.slug })}`, 'POST')
      const faults = faultsOf(answer)
      return faults ? [faultList(faults)] : planned(answer as LookedAt)
    })
  }

  return {
    element: h(
      'div',
      {},
      form,
      outcome,
      h('h3', {}, 'The launch'),
      h(
        'p',
        { class: 'muted' },
        'Nothing goes to your readers from here. This looks at the list and at all that stops a launch.',
      ),
      plan,
      launch,
    ),
    /** What was said of another issue goes. */
    look() {
      const now = store.issue()?.slug
      if (now === slug) return
      slug = now
      fill(outcome)
      fill(launch)
    },
  }
}

const faultList = (faults: readonly string[]): HTMLElement =>
  h(
    'ul',
    { class: 'faults' },
    ...faults.map(fault => h('li', {}, h('b', { class: 'weight error' }, '✗ '), fault)),
  )

const verdictOf = ({ email, verdict }: TestResult): HTMLElement =>
  verdict.kind === 'sent'
    ? h('p', { class: 'sent' }, `✓ On its way to ${email}: ${verdict.response}`)
    : faultList([`${email}: ${verdict.reason}`])

function planned({ plan, command }: LookedAt): HTMLElement[] {
  const rows: readonly (readonly [string, string])[] = [
    ['Subject', plan.subject],
    ['From', plan.from],
    ['Through', plan.through],
    ['To', counted(plan.readers, 'reader')],
    ['Already', plan.already === 0 ? '' : `${counted(plan.already, 'reader')} had it or are about to`],
    ['Build', `${plan.digest.slice(0, 12)}, ${plan.isTested ? 'tested' : 'not tested'}`],
  ]
  return [
    h(
      'dl',
      { class: 'sizes' },
      ...rows.flatMap(([name, says]) => (says === '' ? [] : [h('dt', {}, name), h('dd', {}, says)])),
    ),
    ...(plan.faults.length > 0 ? [faultList(plan.faults)] : []),
    ...(plan.warnings.length > 0
      ? [h('ul', { class: 'faults' }, ...plan.warnings.map(warning => h('li', {}, '– ', warning)))]
      : []),
    ...(command === undefined
      ? [
          h(
            'p',
            {},
            plan.faults.length > 0
              ? 'Nothing can be sent before that is mended.'
              : 'Send a test of this build first; then the command to launch it stands here.',
          ),
        ]
      : [copied(command)]),
  ]
}

/** A command, and a button that takes it along. */
function copied(command: string): HTMLElement {
  const said = h('span', { role: 'status' })
  return h(
    'div',
    { class: 'command' },
    h('p', {}, 'To send it, type this in a terminal:'),
    h('code', { tabindex: 0 }, command),
    h(
      'button',
      {
        type: 'button',
        onclick: () =>
          navigator.clipboard.writeText(command).then(
            () => {
              said.textContent = 'Copied'
            },
            () => {
              said.textContent = 'Copy it by hand'
            },
          ),
      },
      'Copy',
    ),
    ' ',
    said,
  )
}
