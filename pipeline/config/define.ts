import type { ConfigInput } from './schema.js'

/**
 * Gives a config in code its types: editors complete the keys, and the compiler checks them.
 *
 * @example
 * ```ts
 * import { defineConfig } from 'trifold'
 *
 * export default defineConfig({ name: 'Slack Water', lang: 'en-GB', formats: ['email', 'epub'] })
 * ```
 */
export const defineConfig = (config: ConfigInput): ConfigInput => config
