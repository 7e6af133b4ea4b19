import type { Root } from 'hast'
import { deed, mailbox, paragraph, servePage } from './page.js'
import type { Place } from './place.js'

/** A page with one button: what programs that follow links never press. */
export interface Ask {
  readonly title: string
  readonly said: string
  readonly email?: string | undefined
  readonly button: string
  /** The address that the button posts to. */
  readonly action: string
  /** The way out, by the words of its link. */
  readonly back?: { readonly label: string; readonly href: string }
}

/** The page of a question. */
export const askPage = (place: Place, { title, said, email, button, action, back }: Ask): Root =>
  servePage(place, {
    title,
    main: [
      paragraph(said),
      email === undefined ? undefined : mailbox(email),
      deed(action, button),
      back ? (
        <p>
          <a href={back.href}>{back.label}</a>
        </p>
      ) : undefined,
    ],
  })
