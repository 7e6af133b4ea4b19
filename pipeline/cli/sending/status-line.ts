import { type DeliveryCounts, type DeliveryState, deliveryStates } from '../../send/ledger.js'

/** What is still to be sent. */
export const openCount = ({ pending, claimed, deferred }: DeliveryCounts): number =>
  pending + claimed + deferred

export const total = (counts: DeliveryCounts): number =>
  deliveryStates.reduce((sum, state) => sum + counts[state], 0)

const words: Readonly<Record<DeliveryState, string>> = {
  sent: 'sent',
  pending: 'to go',
  claimed: 'under way',
  deferred: 'put off',
  failed: 'failed',
  unknown: 'unknown',
  suppressed: 'left since',
  cancelled: 'cancelled',
}

/** `4,980 sent, 12 put off, 8 failed`. */
export const countsLine = (counts: DeliveryCounts): string =>
  // The words are those of every state, in the order that people ask for them.
  (Object.keys(words) as DeliveryState[])
    .filter(state => counts[state] > 0)
    .map(state => `${counts[state].toLocaleString('en')} ${words[state]}`)
    .join(', ') || 'nobody'
