// @ts-check
// What people open, in the order of the formats, and what it is for.
const kinds = [
  { pattern: /^dist\/index\.html$/, use: 'all issues' },
  { pattern: /\/email\.html$/, use: 'the email, in any browser' },
  { pattern: /\.pdf$/, use: 'the PDF' },
  { pattern: /\.epub$/, use: 'the EPUB, in any e-reader' },
  { pattern: /^dist\/[^/]+\/index\.html$/, use: 'the web page' },
]

/**
 * The lines that say which files to open, the list of all issues first, then by issue; none where there is nothing to open.
 *
 * @param {readonly string[]} paths as `dist/<slug>/<file>`, and `dist/<file>`
 * @returns {string[]}
 */
export function filesToOpen(paths) {
  // What stands beside the issues leads to all of them, so it comes first.
  const slugs = new Set(paths.map(slugOf))
  const lines = [...slugs].sort().flatMap(slug => {
    const own = paths.filter(path => slugOf(path) === slug)
    return kinds.flatMap(({ pattern, use }) =>
      own.filter(path => pattern.test(path)).map(path => ({ path, use })),
    )
  })
  const width = Math.max(0, ...lines.map(({ path }) => path.length))
  return lines.length === 0
    ? []
    : ['', 'Open:', ...lines.map(({ path, use }) => `  ${path.padEnd(width)}  ${use}`)]
}

/** @param {string} path */
function slugOf(path) {
  const [, slug = '', ...file] = path.split('/')
  return file.length > 0 ? slug : ''
}
