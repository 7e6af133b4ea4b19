/**
 * Keeps a stream from ending the process when whoever reads it has had enough (`trifold --help | head`): then the rest
 * goes nowhere, and the work is done all the same.
 */
export function outliveReader(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}
