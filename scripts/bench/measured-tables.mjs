// @ts-check
/**
 * Tables of figures in Markdown, each under its title; where they are the same in each run, `runs` is left out.
 *
 * @template F
 * @param {readonly {title: string, runs?: number, figures: readonly F[]}[]} tables
 * @param {readonly string[]} heads
 * @param {(figure: F) => readonly string[]} cells as many as there are heads, the first a name, the rest numbers
 */
export function measuredTables(tables, heads, cells) {
  const row = (/** @type {readonly string[]} */ each) => `| ${each.join(' | ')} |`
  const rule = row(heads.map((_, column) => (column === 0 ? '---' : '---:')))
  return tables
    .map(({ title, runs, figures }) => {
      const rows = figures.map(figure => row(cells(figure)))
      return [
        runs === undefined ? `${title}:` : `${title}, medians of ${runs} runs:`,
        '',
        row(heads),
        rule,
        ...rows,
      ].join('\n')
    })
    .join('\n\n')
}
