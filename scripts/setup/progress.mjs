// @ts-check
/**
 * @typedef {object} ProgressLine
 * @property {(received: number, total: number) => void} show bytes received and bytes in all
 * @property {() => void} end leaves the line as it is
 */

const width = 30

/**
 * A bar that is drawn over itself on a terminal; nothing elsewhere.
 *
 * @param {{isTTY?: boolean, write(text: string): unknown}} stream
 * @param {string} label
 * @returns {ProgressLine}
 */
export function progressLine(stream, label) {
  let drawn = ''
  return {
    show(received, total) {
      if (!stream.isTTY) return
      const line = bar(label, received, total)
      if (line === drawn) return
      drawn = line
      stream.write(`\r${line}`)
    },
    end() {
      if (drawn !== '') stream.write('\n')
      drawn = ''
    },
  }
}

/**
 * @param {string} label
 * @param {number} received
 * @param {number} total 0 or NaN when the server did not say
 */
export function bar(label, received, total) {
  const megabytes = `${(received / 1e6).toFixed(1)} MB`
  if (!(total > 0)) return `${label}  ${megabytes}`
  const part = Math.min(received / total, 1)
  const full = Math.round(part * width)
  const percent = `${Math.floor(part * 100)}`.padStart(3)
  return `${label}  [${'#'.repeat(full)}${' '.repeat(width - full)}] ${percent} %  ${(total / 1e6).toFixed(1)} MB`
}
