// @ts-check
// What people open, in the order of the formats, and what it is for.
const kinds = [
  { pattern: /\/email\.html$/, use: 'the email, in any browser' },
  { pattern: /\.pdf$/, use: 'the PDF' },
  { pattern: /\.epub$/, use: 'the EPUB, in any e-reader' },
  { pattern: /\/index\.html$/, use: 'the web page' },
]

/**
 * The lines that say which files to open, by issue; none where there is nothing to open.
 *
 * @param {readonly string[]} paths as `dist/<slug>/<file>`
 * @returns {string[]}
 */
export function filesToOpen(paths) {
  const lines = [...new Set(paths.map(path => path.split('/')[1] ?? ''))].sort().flatMap(slug => {
    const own = paths.filter(path => path.split('/')[1] === slug)
    return kinds.flatMap(({ pattern, use }) =>
      own.filter(path => pattern.test(path)).map(path => ({ path, use })),
    )
  })
  const width = Math.max(0, ...lines.map(({ path }) => path.length))
  return lines.length === 0
    ? []
    : ['', 'Open:', ...lines.map(({ path, use }) => `  ${path.padEnd(width)}  ${use}`)]
}
