import { h } from '../dom.js'
import { frame } from '../frame.js'
import { emailAddress, lookIn, readerIn, recolouredAs, shownAddress } from '../looks.js'
import { inboxes } from '../recolour/inboxes.js'
import { recoloured } from '../recolour/recoloured.js'
import type { OpenView, View, ViewContext } from '../view.js'
import { inboxLine } from './inbox-line.js'
import { lines } from './lines.js'
import { lookControls } from './look-controls.js'

/** The email as it arrives: in the list of a mail program, and opened in one, in the look that is chosen. */
export const emailView: View = {
  id: 'email',
  label: 'Email',
  format: 'email',
  open({ store, body, bar, changed }: ViewContext): OpenView {
    const look = () => lookIn(store.choice().kept)
    const shown = frame('Email', email => {
      const inbox = recolouredAs[look().colours]
      if (inbox) recoloured(email, inboxes[inbox])
      changed()
    })
    // Where the pane is narrower than the email it scrolls, by keys too.
    for (const [name, value] of Object.entries({ role: 'region', 'aria-label': 'The email', tabindex: '0' }))
      shown.element.setAttribute(name, value)
    const inbox = inboxLine(store)
    const text = lines('Plain text', false)
    const source = lines('Source', true)
    const none = h('p', { class: 'empty', hidden: true }, 'There is no email to show: see the findings.')
    const controls = lookControls(store)
    bar.append(...controls.elements)
    body.append(
      h('div', { class: 'email' }, inbox.element, none, shown.element, text.element, source.element),
    )
    return {
      show(issue) {
        const { kept } = store.choice()
        const chosen = lookIn(kept)
        const reader = readerIn(kept)
        const { shows, width } = chosen
        const address = shownAddress(issue, reader, chosen)
        controls.show(chosen)
        none.hidden = address !== undefined
        shown.element.hidden = address === undefined || shows !== 'mail'
        shown.element.classList.toggle('phone', width === 'phone')
        if (address !== undefined && shows === 'mail') shown.show(address)
        inbox.show(emailAddress(issue, reader, 'inbox'))
        text.show(shows === 'text' ? emailAddress(issue, reader, 'text') : undefined)
        source.show(shows === 'source' ? emailAddress(issue, reader, 'source') : undefined)
      },
      documents: () => {
        const found = look().shows === 'mail' ? shown.document() : undefined
        return found ? [found] : []
      },
      reveal: element => element.scrollIntoView({ block: 'center' }),
      close: () => {
        bar.replaceChildren()
        body.replaceChildren()
      },
    }
  },
}
