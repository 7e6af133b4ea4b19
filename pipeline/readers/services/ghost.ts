import type { Service } from './service.js'

/**
 * Ghost's members: id, email, name, note, subscribed_to_emails, complimentary_plan, stripe_customer_id, created_at,
 * deleted_at, labels, tiers (`products` before 5.0; `gift_id` and `custom_fields.…` in newer versions). From its tests of
 * the export (github.com/TryGhost/Ghost, ghost/core/test/e2e-api/admin/members.test.js).
 *
 * Whose mail bounced or who complained, Ghost keeps in a list of its own and does not export.
 */
export const ghost: Service = {
  name: 'Ghost',
  recognises: columns => columns.has('subscribed_to_emails') && columns.has('complimentary_plan'),
  columns: {
    email: ['email'],
    name: ['name'],
    since: ['created_at'],
    tags: ['labels', 'tiers', 'products'],
    state: ['subscribed_to_emails', 'deleted_at'],
    nothing: ['id', 'stripe_customer_id', 'gift_id'],
  },
  state: ({ cell }) =>
    cell('subscribed_to_emails').toLowerCase() === 'true' && !cell('deleted_at') ? 'active' : 'unsubscribed',
}
