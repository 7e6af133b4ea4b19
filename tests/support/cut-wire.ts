import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A wire to a server on this machine, which can be cut. */
export interface CutWire {
  /** `http://127.0.0.1:1234` */
  readonly origin: string
  /** Has the next answer get lost, of which not a byte arrives. @param then done when it was on its way */
  cut(then?: () => void): void
  close(): Promise<void>
}

/** Lays one. @param origin of the server @param passes told what goes there, before it does */
export async function cutWire(origin: string, passes?: (text: string) => void): Promise<CutWire> {
  const sockets = new Set<Socket>()
  let cut: (() => void) | undefined
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
    near.on('data', bytes => {
      passes?.(bytes.toString('latin1'))
      far.write(bytes)
    })
    far.on('data', bytes => {
      if (!cut) return void near.write(bytes)
      cut()
      cut = undefined
      near.destroy()
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    cut(then = () => undefined) {
      cut = then
    },
    close: () =>
      new Promise<void>(resolve => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
