import type { Element } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import type { EmailFinding, EmailRule } from '../checked-email.js'
import { declarationsOf } from '../css.js'

/** Characters that take no room: fillers between a preheader and the letter's first words. */
const invisible = /\u034F|[\u00AD\u061C\u115F\u180E\u200B-\u200F\u2060-\u2064\uFEFF]/g
/** A joiner here and there is how some scripts are written; more than this is filler. */
const fewInvisible = 20

/**
 * What is hidden is hidden from classic Outlook too, whose own way is `mso-hide`
 * (caniemail.com/features/css-display-none). Nothing of ours is filled up with characters that nobody sees.
 */
export const emailHidden: EmailRule = ({ elements }) =>
  elements.flatMap((at): EmailFinding[] => {
    const declared = new Map(stylesOf(at).map(({ property, value }) => [property, value]))
    if (!/^none\b/.test(declared.get('display') ?? '')) return []
    const fillers = textOf(at).match(invisible)?.length ?? 0
    return [
      ...(declared.get('mso-hide') === 'all'
        ? []
        : [
            {
              reason: 'Unexpected `display:none` without `mso-hide:all`, expected both: Outlook shows it',
              at,
            },
          ]),
      ...(fillers > fewInvisible
        ? [
            {
              reason: `Unexpected ${fillers} invisible characters in what is hidden, expected few or none`,
              at,
            },
          ]
        : []),
    ]
  })

const stylesOf = ({ properties: { style } }: Element) =>
  typeof style === 'string' ? declarationsOf(style) : []
