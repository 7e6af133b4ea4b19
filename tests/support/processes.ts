import { readdirSync, readFileSync } from 'node:fs'

/** A process of this machine. Linux only. */
export interface Running {
  readonly pid: number
  /** The id of its process group. */
  readonly group: number
  /** T for one that is stopped, Z for one that nobody has waited for. */
  readonly state: string
  /** Its arguments, with spaces between. */
  readonly command: string
  /** Bytes of memory that are its own or shared. */
  readonly resident: number
}

/** All processes that run; one that ends meanwhile is left out. */
export function processes(): Running[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(name => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'latin1')
        // The name in brackets may hold anything.
        const [state = '', , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
        const pages = Number(readFileSync(`/proc/${name}/statm`, 'latin1').split(' ')[1])
        return [{ pid: Number(name), group: Number(group), state, command, resident: pages * 4096 }]
      } catch {
        return []
      }
    })
}

/** The processes of a group that live: the browser that leads it, and its helpers. */
export const groupOf = (leader: number | undefined): Running[] =>
  processes().filter(({ group, state }) => group === leader && state !== 'Z')

/** The processes of a browser's group that draw pages. */
export const renderersOf = (leader: number | undefined): Running[] =>
  groupOf(leader).filter(({ command }) => command.includes('--type=renderer'))
