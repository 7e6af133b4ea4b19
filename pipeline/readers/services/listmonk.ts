import { stateOf } from '../csv/state-word.js'
import { shown } from '../shown.js'
import type { Service } from './service.js'

/**
 * listmonk's subscribers: uuid, email, name, attributes, status, created_at, updated_at, with times as Go prints them.
 * From its source (github.com/knadh/listmonk, cmd/subscribers.go, handleExportSubscribers).
 *
 * The status is that of the subscriber: enabled, disabled or blocklisted. Who left a list without being blocklisted, and
 * which lists a subscriber is on, the file does not say.
 */
export const listmonk: Service = {
  name: 'listmonk',
  recognises: columns => columns.has('uuid') && columns.has('attributes') && columns.has('status'),
  columns: {
    email: ['email'],
    name: ['name'],
    since: ['created_at'],
    attributes: ['attributes'],
    state: ['status'],
    nothing: ['uuid', 'updated_at'],
  },
  state: ({ cell }) =>
    stateOf(cell('status')) ?? {
      fault: `Unexpected status ${shown(cell('status'))}, expected enabled, disabled or blocklisted`,
    },
}
