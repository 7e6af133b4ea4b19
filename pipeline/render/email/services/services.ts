import type { Profile } from '../../../article.js'
import { buttondown } from './buttondown.js'
import { ghost } from './ghost.js'
import { kit } from './kit.js'
import { listmonk } from './listmonk.js'
import { mailchimp } from './mailchimp.js'
import type { Service } from './service.js'
import { substack } from './substack.js'

/** The services that an email can be made ready for. */
export const services: Readonly<Record<Profile, Service>> = {
  mailchimp,
  buttondown,
  listmonk,
  kit,
  ghost,
  substack,
}
