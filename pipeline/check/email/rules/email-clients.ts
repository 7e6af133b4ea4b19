import type { EmailRule } from '../checked-email.js'
import { accepted, toldElsewhere } from '../clients/accepted.js'
import { unsupportedBy } from '../clients/unsupported.js'
import { usedFeatures } from '../clients/used-features.js'

/** What a client of the list lacks, beyond what our own email is known to do without. */
export const emailClients: EmailRule = email =>
  [...usedFeatures(email)].flatMap(([feature, at]) => {
    if (Object.hasOwn(accepted, feature) || toldElsewhere.has(feature)) return []
    const { title, names } = unsupportedBy(feature)
    if (names.length === 0) return []
    return [
      {
        reason: `Unexpected ${title}, which ${listed(names)} ${names.length === 1 ? 'does' : 'do'} not support; see that the letter reads well without it (caniemail.com/features/${feature})`,
        at,
      },
    ]
  })

const listed = (names: readonly string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
