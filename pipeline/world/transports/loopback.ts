import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/** Whether an IP address is one of this machine alone (RFC 1122, 3.2.1.3; RFC 4291, 2.5.3). */
export function isLoopback(address: string): boolean {
  const plain = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address
  const family = isIP(plain)
  return family !== 0 && loopback.check(plain, family === 6 ? 'ipv6' : 'ipv4')
}

/** Whether a host is this machine under all addresses that its name has. @throws as `lookup` of `node:dns` */
export async function isThisMachine(host: string): Promise<boolean> {
  const addresses = await lookup(host, { all: true })
  return addresses.length > 0 && addresses.every(({ address }) => isLoopback(address))
}
