import type { ElementContent, Root } from 'hast'
import { mailbox, paragraph, servePage } from './page.js'
import type { Place } from './place.js'

/** A page that says how it stands and asks nothing. */
export interface Notice {
  readonly title: string
  readonly said: readonly string[]
  /** The address of a mailbox that it is about. */
  readonly email?: string | undefined
  /** What is said after that. */
  readonly after?: readonly string[]
  /** Where one may go on, by the words of the link. */
  readonly ways?: readonly { readonly label: string; readonly href: string }[]
  /** Whether it says how to leave without a link. */
  readonly otherwise?: boolean
}

/** The page of a notice. */
export const noticePage = (
  place: Place,
  { title, said, email, after = [], ways = [], otherwise = false }: Notice,
): Root =>
  servePage(place, {
    title,
    main: [
      ...said.map(paragraph),
      email === undefined ? undefined : mailbox(email),
      ...after.map(paragraph),
      ...(otherwise ? leaveOtherwise(place) : []),
      ...ways.map(({ label, href }) => (
        <p>
          <a href={href}>{label}</a>
        </p>
      )),
    ],
  })

/** Who has a broken link must be able to leave all the same: by post, and by mail to who sends. */
function leaveOtherwise({ words, publication }: Place): ElementContent[] {
  const { name, publisher, address, email } = publication
  const from = email.from?.match(/[^\s<>]+@[^\s<>]+/)?.[0]
  return [
    <p>{words.otherwiseWrite}</p>,
    <address>
      {[publisher && !address?.startsWith(publisher) ? publisher : undefined, address ?? name]
        .filter(line => line !== undefined)
        .join('\n')}
      {from ? ['\n', <a href={`mailto:${from}`}>{from}</a>] : undefined}
    </address>,
  ]
}
