import { MessageChannel } from 'node:worker_threads'
import { afterEach, describe, expect, it } from 'vitest'
import { PrintFailed } from '../../../pipeline/bind/pdf/failed.js'
import { type Desk, deskBehind, serveDesk } from '../../../pipeline/threads/desk.js'
import { BrowserUnavailable } from '../../../pipeline/world.js'

const open: MessageChannel[] = []
afterEach(() => {
  for (const { port1, port2 } of open.splice(0)) {
    port1.close()
    port2.close()
  }
})

/** A desk whose other end answers as is said; what is not said fails. */
function between(answers: Partial<Desk>) {
  const channel = new MessageChannel()
  open.push(channel)
  const refuse = () => Promise.reject(new Error('not here'))
  let stopped = 0
  const stop = serveDesk(channel.port1, {
    claim: refuse,
    print: refuse,
    photograph: refuse,
    drawElements: refuse,
    info: refuse,
    ...answers,
  })
  const desk = deskBehind(channel.port2, () => {
    stopped++
  })
  return { desk, stop, stops: () => stopped }
}

describe('a desk at the other end of a port', () => {
  it('gives each its own answer, whichever comes first', async () => {
    let answer = () => {}
    const late = new Promise<void>(resolve => {
      answer = resolve
    })
    const { desk } = between({
      async print(html) {
        if (html === 'first') await late
        return { bytes: new TextEncoder().encode(html), missing: [] }
      },
    })
    const first = desk.print('first', new Map())
    const second = await desk.print('second', new Map([['/a', { bytes: new Uint8Array([1]), type: 'x/y' }]]))
    answer()
    expect(Buffer.from(second.bytes).toString()).toBe('second')
    expect(Buffer.from((await first).bytes).toString()).toBe('first')
  })

  it('has failures be what they were', async () => {
    const { desk } = between({
      print: () => Promise.reject(new PrintFailed('It crashed', 'crashed')),
      photograph: () => Promise.reject(new BrowserUnavailable('There is none')),
    })
    const failed = await desk.print('', new Map()).catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(PrintFailed)
    expect(failed).toMatchObject({ message: 'It crashed', how: 'crashed' })
    const sheet = { html: '', resources: new Map(), width: 1, height: 1, pictured: false }
    await expect(desk.photograph(sheet)).rejects.toThrow(BrowserUnavailable)
    await expect(desk.info('')).rejects.toThrow('not here')
  })

  it('tells that it is not to go on', async () => {
    const { desk, stop, stops } = between({ info: async () => undefined })
    stop()
    await desk.info('after it')
    expect(stops()).toBe(1)
  })
})
