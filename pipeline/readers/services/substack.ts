import type { Service } from './service.js'

/**
 * Substack's export of a publication has `email_list.<name>.csv`: email, active_subscription, expiry, plan,
 * email_disabled, created_at, first_payment_at (older ones lack some; newer ones have prefer_digests). The columns are
 * those that Ghost's migration reads (github.com/TryGhost/migrate, packages/mg-substack) and that archives of exports in
 * public repositories show; Substack documents none.
 *
 * The list of subscribers that its dashboard exports is another: Email, Name, Stripe plan, Cancel date, Start date, Paid
 * upgrade date, Activity, Type, Subscription source (free), and whichever columns were chosen. It is known from public
 * repositories alone, and says nothing of who left.
 */
export const substack: Service = {
  name: 'Substack',
  recognises: columns =>
    (columns.has('active_subscription') && columns.has('email_disabled')) ||
    (columns.has('stripe_plan') && columns.has('start_date')),
  columns: {
    email: ['email'],
    name: ['name'],
    since: ['created_at', 'start_date'],
    state: ['email_disabled'],
    nothing: ['expiry', 'first_payment_at', 'prefer_digests', 'cancel_date', 'paid_upgrade_date', 'activity'],
  },
  state: ({ cell }) => (cell('email_disabled').toLowerCase() === 'true' ? 'unsubscribed' : 'active'),
}
