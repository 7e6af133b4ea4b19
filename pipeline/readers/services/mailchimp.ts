import { stateOf } from '../csv/state-word.js'
import { shown } from '../shown.js'
import type { Service, ServiceRow, ServiceState } from './service.js'

/**
 * Mailchimp exports an audience as a ZIP with a file for each state: `subscribed_…`, `unsubscribed_…`, `cleaned_…` and
 * `nonsubscribed_…csv`. Each has the audience's own fields (Email Address, First Name, Last Name, and any others), then
 * MEMBER_RATING, OPTIN_TIME, OPTIN_IP, CONFIRM_TIME, CONFIRM_IP, LATITUDE, LONGITUDE, GMTOFF, DSTOFF, TIMEZONE, CC,
 * REGION, LAST_CHANGED, LEID, EUID, NOTES, TAGS; the unsubscribed also UNSUB_TIME, UNSUB_CAMPAIGN_TITLE,
 * UNSUB_CAMPAIGN_ID, UNSUB_REASON, UNSUB_REASON_OTHER, and the cleaned CLEAN_TIME, CLEAN_CAMPAIGN_TITLE,
 * CLEAN_CAMPAIGN_ID. So they stand in exports and in programs that read them, in public repositories; Mailchimp's help
 * (mailchimp.com/help/view-unsubscribed-contacts) tells the four states apart and lists no columns. Its times have no
 * zone and are read as UTC.
 *
 * One file for all states, as other programs make of the three, tells by UNSUB_TIME and CLEAN_TIME of each row, or by a
 * column of the status.
 */
export const mailchimp: Service = {
  name: 'Mailchimp',
  recognises: columns =>
    columns.has('optin_time') && (columns.has('leid') || columns.has('euid') || columns.has('member_rating')),
  columns: {
    email: ['email_address', 'email'],
    firstName: ['first_name', 'fname'],
    lastName: ['last_name', 'lname'],
    since: ['unsub_time', 'clean_time', 'confirm_time', 'optin_time'],
    tags: ['tags'],
    state: ['status', 'email_marketing_status', 'unsub_time', 'clean_time'],
    consentAt: ['confirm_time', 'optin_time'],
    consentAddress: ['confirm_ip', 'optin_ip'],
    nothing: [
      'member_rating',
      'latitude',
      'longitude',
      'gmtoff',
      'dstoff',
      'timezone',
      'cc',
      'region',
      'last_changed',
      'leid',
      'euid',
      'unsub_campaign_title',
      'unsub_campaign_id',
      'unsub_reason',
      'unsub_reason_other',
      'clean_campaign_title',
      'clean_campaign_id',
    ],
  },
  state(row) {
    const status = row.cell('status') || row.cell('email_marketing_status')
    if (status) return statusState(status)
    if (/^nonsubscribed/i.test(row.file)) return notSubscribed
    return fileState(row)
  },
}

const notSubscribed: ServiceState = {
  leftOut: 'Unexpected contact that never subscribed (non-subscribed at Mailchimp), expected one that did',
}

const statusState = (status: string): ServiceState =>
  /^(?:non-?subscribed|transactional)$/i.test(status)
    ? notSubscribed
    : (stateOf(status) ?? {
        fault: `Unexpected status ${shown(status)}, expected one of Mailchimp's`,
      })

/** The three files by their columns; the name of a file is what people change. */
function fileState({ cell, has }: ServiceRow): ServiceState {
  const unsubscribed = has('unsub_time')
  const cleaned = has('clean_time')
  if (unsubscribed && cleaned) {
    return cell('unsub_time') ? 'unsubscribed' : cell('clean_time') ? 'bounced' : 'active'
  }
  // Whoever stands in the file of those who left has left, also where the time is not known.
  return unsubscribed ? 'unsubscribed' : cleaned ? 'bounced' : 'active'
}
