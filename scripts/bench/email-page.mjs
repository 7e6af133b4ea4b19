// @ts-check
/**
 * @typedef {import('./email.mjs').EmailFigures} EmailFigures
 * @typedef {{processor: string, cores: number, system: string, node: string, date: string, runs: number}} Circumstances
 */

/**
 * The page of docs/ with the figures of the email, and how they came about.
 *
 * @param {readonly EmailFigures[]} measured
 * @param {Circumstances} circumstances
 * @param {Readonly<Record<string, string>>} peers versions of what is compared
 */
export function emailPage(measured, { processor, cores, system, node, date, runs }, peers) {
  const names = measured[0]?.figures.map(({ name }) => name) ?? []
  const articles = measured.map(({ article }) => article)
  const row = (/** @type {string[]} */ cells) => `| ${cells.join(' | ')} |`
  const table = (/** @type {(figure: EmailFigures['figures'][number] | undefined) => string} */ of) =>
    [
      row(['', ...articles]),
      row(['---', ...articles.map(() => '---:')]),
      ...names.map(name =>
        row([name, ...measured.map(({ figures }) => of(figures.find(each => each.name === name)))]),
      ),
    ].join('\n')
  return `# Benchmarks

Made by \`npm run bench -- --email --write\`, and the same with \`--pdf\`, \`--epub\`, \`--issue\`, \`--checks\`, \`--messages\` and \`--sending\`, and by nobody's hand. [Performance](performance.md) has whole builds beside other programs, and what is aimed at.

## The email

From an article that has been read to its HTML, in a process that has done it before: medians of ${runs} runs, the ways taking turns. Measured on ${date}, ${processor}, ${cores} cores, ${system}, Node ${node}. Other work on a machine makes every figure larger; compare those of one column.

Milliseconds:

${table(figure => figure?.milliseconds.toFixed(2) ?? '')}

Bytes of HTML:

${table(figure => (figure?.bytes === undefined ? '' : figure.bytes.toLocaleString('en')))}

- **Template and HTML** makes the tree of MJML from the article, compiles it, and puts the words in, each escaped once.
- **Sized and checked** is all that a build does: the text part, the MIME message, the size as clients count it, and the rules of the email.
- **The same template, unmasked** makes the same tree, serialises its words into it, and hands it to MJML. **The same tree as JSON** leaves out the making: it is what MJML itself takes.
- **React Email** ${peers['@react-email/components']} (render ${peers['@react-email/render']}, React ${peers.react}, in production mode) has the same elements, words and pictures, mapped by hand in \`scripts/bench/react-email.mjs\`; it has no dark colours, no style sheet for narrow screens and no tables for Outlook around what has no component, all of which is in our bytes.
`
}
