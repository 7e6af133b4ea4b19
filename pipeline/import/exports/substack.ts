import { basename } from 'node:path'
import { parse } from 'csv-parse/sync'
import { dayOf, type Export, ExportUnreadable, said } from './post.js'

/**
 * Reads the ZIP that Substack exports (Settings, "Export your data"), unpacked: `posts.csv`, and the HTML of each post
 * under `posts/`. It names no authors, and its pictures are at Substack.
 *
 * @throws ExportUnreadable
 */
export function readSubstack(files: ReadonlyMap<string, Uint8Array>): Export {
  const table = [...files].find(([name]) => basename(name) === 'posts.csv')?.[1]
  if (!table) throw new ExportUnreadable('it has no posts.csv, as an export of Substack has')
  const rows = rowsOf(new TextDecoder().decode(table))
  const pages = new Map(
    [...files]
      .filter(([name]) => /(?:^|\/)posts\/[^/]+\.html$/.test(name))
      .map(([name, bytes]) => [basename(name, '.html'), bytes]),
  )
  const left: { title: string; why: string }[] = []
  const posts = rows.flatMap(row => {
    const id = row.post_id ?? ''
    const title = row.title || id
    const page = pages.get(id) ?? [...pages].find(([name]) => name.split('.')[0] === id.split('.')[0])?.[1]
    const why =
      row.is_published?.toLowerCase() === 'false'
        ? 'is a draft'
        : page
          ? undefined
          : 'has no text in the export'
    if (why || !page) {
      left.push({ title, why: why ?? 'has no text in the export' })
      return []
    }
    return [
      {
        slug: id.split('.').slice(1).join('.') || id,
        html: new TextDecoder().decode(page),
        keys: said({ title: row.title, description: row.subtitle, date: dayOf(row.post_date) }),
      },
    ]
  })
  return { posts, left }
}

function rowsOf(csv: string): Record<string, string>[] {
  try {
    return parse(csv, { columns: true, bom: true, relax_column_count: true, skip_empty_lines: true })
  } catch (error) {
    throw new ExportUnreadable(
      `its posts.csv is damaged: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}
