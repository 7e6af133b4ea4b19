import { type EmailRule, named } from '../checked-email.js'

/** A way to be left out of the next letter is law in many places (CAN-SPAM, 15 U.S.C. 7704(a)(3)). */
export const unsubscribeMissing: EmailRule = email => {
  const way = email.publication.email.unsubscribe
  if (way === undefined)
    return [
      {
        ofConfig: true,
        reason:
          'Unexpected publication without a way to unsubscribe, expected `email.unsubscribe` in trifold.yaml; law asks for it in every mailing',
      },
    ]
  const isAddress = /^(?:https?|mailto):/i.test(way)
  const there = named(email, 'a').some(({ properties }) => properties.href === way)
  return isAddress && !there
    ? [
        {
          reason:
            'Unexpected email without the link to unsubscribe, expected it in the footer of your own template',
        },
      ]
    : []
}
