const names: Readonly<Record<string, string>> = {
  'publicdomain/zero': 'CC0',
  'publicdomain/mark': 'Public Domain Mark',
}
const words: readonly (readonly [RegExp, string])[] = [
  [/attribution[\s-]*non-?commercial[\s-]*no-?deriv\w*/i, 'BY-NC-ND'],
  [/attribution[\s-]*non-?commercial[\s-]*share-?alike/i, 'BY-NC-SA'],
  [/attribution[\s-]*non-?commercial/i, 'BY-NC'],
  [/attribution[\s-]*no-?deriv\w*/i, 'BY-ND'],
  [/attribution[\s-]*share-?alike/i, 'BY-SA'],
  [/creative commons[\s-]*attribution/i, 'BY'],
]

/** The licence that an address of creativecommons.org is of, as it is called: `CC BY-ND 4.0`. */
export function licenceAt(address: string): string | undefined {
  const match = /creativecommons\.org\/(licenses|publicdomain)\/([a-z-]+)(?:\/(\d\.\d))?/i.exec(address)
  if (!match) return undefined
  const [, kind = '', code = '', version] = match
  const name =
    names[`${kind}/${code}`.toLowerCase()] ?? (kind === 'licenses' ? `CC ${code.toUpperCase()}` : undefined)
  return name && [name, version].filter(Boolean).join(' ')
}

/** The licence that words name: `Creative Commons Attribution-NoDerivatives 4.0 International` is `CC BY-ND 4.0`. */
export function licenceIn(text: string): string | undefined {
  const short = /\bCC[\s-]?(BY(?:-(?:NC|ND|SA)){0,2})(?:\s*(\d\.\d))?/i.exec(text)
  if (short) return ['CC', short[1]?.toUpperCase(), short[2]].filter(Boolean).join(' ')
  const named = /creative commons|\bCC\b/i.test(text)
    ? words.find(([pattern]) => pattern.test(text))
    : undefined
  if (!named) return /\bCC0\b/.test(text) ? 'CC0' : undefined
  const version = /(\d\.\d)/.exec(text.slice(text.search(named[0])))?.[1]
  return ['CC', named[1], version].filter(Boolean).join(' ')
}
