import { nextTry } from './policy/backoff.js'
import { closedBreaker, heard } from './policy/breaker.js'
import { domainOf, pacer } from './policy/pace.js'
import type { SenderRules } from './sender.js'
import type { Pace } from './settings.js'

/** The rules of one sending. @param chance a number from 0 to below 1, another each time */
export function senderRules(pace: Pace, chance: () => number): SenderRules {
  const places = pacer(pace)
  let breaker = closedBreaker
  return {
    pace: (email, now) => places.next(domainOf(email), now),
    retryAt: (claim, now) => nextTry(claim, now, chance()),
    hear(verdict, times) {
      breaker = heard(breaker, verdict, times)
      return {
        until: breaker.waitUntil,
        ...(breaker.paused === undefined ? {} : { halt: breaker.paused }),
      }
    },
  }
}
