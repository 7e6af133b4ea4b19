import { clients } from '../../../../../pipeline/check/email/clients/clients.js'

interface Feature {
  readonly slug: string
  readonly title: string
  readonly category: string
  readonly stats: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>
}

/**
 * The module `support.ts` of caniemail's data. Of each client the last entry counts, which is that of its newest version:
 * the entries are in the order of time, but JSON.parse would put those whose name is a whole number first.
 *
 * @param json `caniemail.json` as it is written
 */
export function supportModule(json: string, version: string): string {
  const { data }: { data: Feature[] } = JSON.parse(json.replace(/"(\d+)":/g, '"v$1":'))
  const rows = data
    .filter(({ category }) => category !== 'others')
    .map(({ slug, title, stats }) => {
      const letters = clients.map(({ id }) => {
        const [family = '', platform = ''] = id.split('.')
        return Object.values(stats[family]?.[platform] ?? {}).at(-1)?.[0] ?? 'u'
      })
      return `  '${slug}': ['${title.trim().replaceAll("'", "\\'")}', '${letters.join('')}'],`
    })
  return `/**
 * What clients support, by caniemail.com: the title of each feature, and a letter for each of \`clients\`, in order: \`y\`
 * yes, \`a\` almost, \`n\` no, \`u\` unknown. Made from the npm package caniemail ${version} (its data under the MIT licence,
 * copyright Rémi Parmentier and others), which would bring 26 MB along for it. Not edited by hand:
 * \`UPDATE=1 npx vitest run tests/pipeline/check/email/clients\` makes it anew.
 */
export const support: Readonly<Record<string, readonly [title: string, clients: string]>> = {
${rows.join('\n')}
}
`
}
