/** Characters of a line (RFC 5322, 2.1.1 asks for at most 78, RFC 2047 for 76 where there are encoded words). */
const lineLength = 76

/** A header of ASCII in lines, broken at spaces, each of which stays (RFC 5322, 2.2.3). A longer word is left whole. */
export function folded(name: string, value: string): string {
  let line = `${name}:`
  const lines: string[] = []
  for (const word of value.split(' ')) {
    // An empty word is one of several spaces: a line of nothing else may not be (RFC 5322, 3.2.2).
    if (word !== '' && line.length + 1 + word.length > lineLength && /[^ ]/.test(line)) {
      lines.push(line)
      line = ''
    }
    line += ` ${word}`
  }
  return [...lines, line].join('\r\n')
}
