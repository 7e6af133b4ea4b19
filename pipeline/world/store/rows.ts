import type { Claim, Delivery, DeliveryState, Launch, LaunchState } from '../../send/ledger.js'
import type { Row } from './database.js'

/** A launch with its build's slug and title. */
export const launchOf = (row: Row): Launch => ({
  id: Number(row.id),
  mailing: String(row.mailing),
  digest: String(row.digest),
  slug: String(row.slug),
  title: String(row.title),
  state: row.state as LaunchState,
  ...(row.reason === null ? {} : { reason: String(row.reason) }),
  startsAt: Number(row.starts_at),
  createdAt: Number(row.created_at),
  ...(row.segment === null ? {} : { segment: String(row.segment) }),
})

/** A delivery with the address of its reader, where there is one still. */
export const deliveryOf = (row: Row): Delivery => ({
  reader: Number(row.reader),
  email: row.email === null ? '' : String(row.email),
  state: row.state as DeliveryState,
  attempts: Number(row.attempts),
  ...(row.response === null ? {} : { response: String(row.response) }),
  ...(row.at === null ? {} : { at: Number(row.at) }),
})

/** @param reader the reader's row @param delivery how often it was tried, and since when */
export const claimOf = (reader: Row, delivery: Row | undefined): Claim => ({
  reader: Number(reader.id),
  email: String(reader.email),
  ...(reader.name === null ? {} : { name: String(reader.name) }),
  attributes: JSON.parse(String(reader.attributes)),
  attempts: Number(delivery?.attempts),
  firstTriedAt: Number(delivery?.first_at),
})
