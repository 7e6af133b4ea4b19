import { buttondown } from './buttondown.js'
import { ghost } from './ghost.js'
import { listmonk } from './listmonk.js'
import { mailchimp } from './mailchimp.js'
import type { Service } from './service.js'
import { substack } from './substack.js'
import { trifold } from './trifold.js'

/** Whose lists are read as they were exported. */
export const serviceNames = ['trifold', 'substack', 'buttondown', 'mailchimp', 'ghost', 'listmonk'] as const
export type ServiceName = (typeof serviceNames)[number]

/** A name without its row does not compile. */
export const services: Readonly<Record<ServiceName, Service>> = {
  trifold,
  substack,
  buttondown,
  mailchimp,
  ghost,
  listmonk,
}

/** Whose table has these columns, by `columnKey`; undefined for one that nobody's export looks like. */
export const serviceOf = (columns: ReadonlySet<string>): Service | undefined =>
  serviceNames.map(name => services[name]).find(({ recognises }) => recognises(columns))
