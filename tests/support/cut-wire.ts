import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A wire to a server on this machine, which can be cut. */
export interface CutWire {
  /** `http://127.0.0.1:1234` */
  readonly origin: string
  /** Has the next answer get lost, of which not a byte arrives. */
  cut(): void
  close(): Promise<void>
}

/** Lays one. @param origin of the server */
export async function cutWire(origin: string): Promise<CutWire> {
  const sockets = new Set<Socket>()
  let isCut = false
  const server = createServer(near => {
    const far = connect(Number(new URL(origin).port), '127.0.0.1')
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        near.destroy()
        far.destroy()
      })
    }
    near.pipe(far)
    far.on('data', bytes => {
      if (!isCut) return void near.write(bytes)
      isCut = false
      near.destroy()
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    cut() {
      isCut = true
    },
    close: () =>
      new Promise<void>(resolve => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
