import { stateOf } from '../csv/state-word.js'
import { shown } from '../shown.js'
import type { Service } from './service.js'

/**
 * Buttondown. A file that it exported could not be found in public: the columns are the fields of a subscriber in its
 * API, which had `email` and `subscriber_type` in earlier versions where it has `email_address` and `type` now, and the
 * types are those of its OpenAPI description (github.com/buttondown/openapi, enums.json) and of programs that use it.
 *
 * Whoever Buttondown took for a sender of spam, or blocked, is not written to either.
 */
export const buttondown: Service = {
  name: 'Buttondown',
  recognises: columns =>
    (columns.has('email_address') || columns.has('email')) &&
    (columns.has('type') || columns.has('subscriber_type')) &&
    columns.has('creation_date'),
  columns: {
    email: ['email_address', 'email'],
    since: ['unsubscription_date', 'undeliverability_date', 'creation_date'],
    tags: ['tags'],
    attributes: ['metadata'],
    state: ['type', 'subscriber_type'],
    nothing: [
      'id',
      'secondary_id',
      'avatar_url',
      'churn_date',
      'firewall_reasons',
      'gift_subscription_message',
      'ip_address',
      'last_click_date',
      'last_open_date',
      'click_rate',
      'open_rate',
      'purchased_by',
      'purchased_message',
      'referral_code',
      'referrer_url',
      'risk_score',
      'stripe_coupon',
      'stripe_customer',
      'stripe_customer_id',
      'subscriber_import_id',
      'transitions',
      'email_transitions',
      'undeliverability_reason',
      'unsubscription_reason',
      'upgrade_date',
      'utm_campaign',
      'utm_medium',
      'utm_source',
    ],
  },
  state({ cell }) {
    const type = cell('type') || cell('subscriber_type')
    return (
      ownTypes.get(type.toLowerCase()) ??
      stateOf(type) ?? { fault: `Unexpected type ${shown(type)}, expected one of Buttondown's` }
    )
  },
}

const ownTypes = new Map([
  ...['premium', 'trialed', 'unpaid', 'gifted', 'churning', 'churned', 'paused', 'past_due'].map(
    type => [type, 'active'] as const,
  ),
  ...['spammy', 'blocked'].map(type => [type, 'unsubscribed'] as const),
])
