import { type NameQueries, NamesUnavailable } from '../../pipeline/send/identity/names.js'

/** Records by name: texts, mail servers, addresses; `fails` where nobody answers. */
export type Records = Readonly<
  Record<
    string,
    | { readonly txt?: readonly string[]; readonly mx?: readonly string[]; readonly a?: readonly string[] }
    | 'fails'
  >
>

/** The names of a network of these records, and what it was asked for. */
export function namesOf(records: Records): NameQueries & { readonly asked: string[] } {
  const asked: string[] = []
  const find = async <Kind extends 'txt' | 'mx' | 'a'>(kind: Kind, name: string) => {
    asked.push(`${kind} ${name}`)
    const record = records[name]
    if (record === 'fails')
      throw new NamesUnavailable(`the names of ${name} could not be asked for (ETIMEOUT)`)
    return record?.[kind] ?? []
  }
  return {
    asked,
    txt: name => find('txt', name),
    mx: name => find('mx', name),
    addresses: name => find('a', name),
  }
}
