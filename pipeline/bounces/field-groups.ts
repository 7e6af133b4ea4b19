import PostalMime from 'postal-mime'

/** Fields by their names in lower case; of several with a name the first. */
export type Fields = ReadonlyMap<string, string>

/** The most groups that are looked at: a message of ours has one reader, and a notice of it a few groups. */
const mostGroups = 20

/**
 * The groups of fields that a report is made of (RFC 3464, 2.1; RFC 5965, 3): written as headers are, with an empty line
 * between two groups.
 */
export async function fieldGroups(text: string): Promise<Fields[]> {
  const groups = text.split(/\r?\n(?:[ \t]*\r?\n)+/, mostGroups).filter(group => group.trim() !== '')
  return Promise.all(groups.map(readFields))
}

/** A group is headers and nothing else; one that says that it is a message of many parts is none. */
async function readFields(group: string): Promise<Fields> {
  const { headers } = await PostalMime.parse(group, { maxNestingDepth: 1, maxRfc822NestingDepth: 0 }).catch(
    () => ({ headers: [] }),
  )
  // A map keeps the last of a name; the first is the one that others read.
  return new Map(headers.map(({ key, value }): [string, string] => [key, value]).reverse())
}
