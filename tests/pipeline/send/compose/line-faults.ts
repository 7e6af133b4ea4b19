/** What no line of mail may have. */
export function lineFaults(message: Buffer): string[] {
  const all = message.toString('latin1')
  const [head = '', ...body] = all.split('\r\n\r\n')
  return [
    ...head.split('\r\n').filter(line => line.length > 998 || (line.length > 78 && / ./.test(line.slice(1)))),
    ...body
      .join('\r\n\r\n')
      .split('\r\n')
      .filter(line => line.length > 76),
    ...(all.match(/[^\t\r\n\u0020-\u007E]|(?<!\r)\n|\r(?!\n)/g) ?? []),
    ...(all.match(/^\.[^\r]*/gm) ?? []),
  ]
}
