import { accepted } from '../../../../../pipeline/check/email/clients/accepted.js'
import { clients } from '../../../../../pipeline/check/email/clients/clients.js'
import { unsupportedBy } from '../../../../../pipeline/check/email/clients/unsupported.js'

/** The table of docs/email.md: what we use although a client lacks it. */
export function acceptedTable(): string {
  const rows = Object.entries(accepted).map(([feature, { reason, fallback }]) => {
    const { title, names } = unsupportedBy(feature)
    const shown = `[${title.replace(/[<>]/g, sign => `\\${sign}`)}](https://www.caniemail.com/features/${feature}/)`
    return `| ${shown} | ${listed(names)} | ${reason} | ${fallback} |`
  })
  return ['| feature | without it | why it is there | instead |', '|---|---|---|---|', ...rows, ''].join('\n')
}

/** Those that lack it, or those that do not where they are fewer. */
function listed(names: readonly string[]): string {
  const others = clients.filter(({ name }) => !names.includes(name)).map(({ name }) => name)
  return others.length < names.length / 2 ? `all but ${others.join(', ')}` : names.join(', ')
}
