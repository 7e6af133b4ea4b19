/** What a writer wrote, short enough for a message and on one line, without the backtick that is set around it. */
export function shown(written: string, most = 40): string {
  const line = written.replace(/[`\s]+/g, ' ').trim()
  const signs = [...line]
  return signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : line
}
