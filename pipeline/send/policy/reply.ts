/** What a server answered (RFC 5321, 4.2). */
export interface Reply {
  /** 200 to 599. */
  readonly code: number
  /** What is at fault, `1.1` of `5.1.1` say (RFC 3463); undefined where the server does not tell, or contradicts itself. */
  readonly status?: string
  /** All of it as one line, for people. */
  readonly text: string
}

/** The most characters of others' words that are kept. */
const longest = 300

/** The most of a reply that is looked at: what follows helps nobody, and may be there to keep us busy. */
const most = 4096

/**
 * Others' words made fit to be shown and kept: one line of at most 300 characters, without those that steer a terminal
 * or turn the direction of what is read.
 */
export function plainWords(text: string): string {
  const words = text
    .slice(0, most)
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
  const characters = [...words]
  return characters.length <= longest ? words : `${characters.slice(0, longest - 1).join('')}…`
}

/** Reads a reply of one line or several. @returns undefined for what is none */
export function readReply(response: string): Reply | undefined {
  const lines = response.slice(0, most).split(/\r?\n/)
  const [first = '', ...more] = lines.map(line => line.trim())
  const code = /^([2-5]\d\d)(?![\w.])/.exec(first)?.[1]
  if (code === undefined) return undefined
  const status = lines.flatMap(line => /^\d{3}[ -]([245])\.(\d{1,3}\.\d{1,3})(?![\d.])/.exec(line) ?? [])
  const agrees = status[1] === code[0]
  const head = first.replace(/^(\d{3})-/, '$1 ')
  const rest = more.map(line => line.replace(/^\d{3}[ -]?(?:[245]\.\d{1,3}\.\d{1,3}\s)?/, ''))
  return {
    code: Number(code),
    ...(agrees && status[2] !== undefined && { status: status[2] }),
    text: plainWords([head, ...rest].join(' ')),
  }
}

/**
 * What a refusal has in common with others of its kind: its words without addresses, names of hosts, numbers and signs
 * that differ from message to message.
 */
export function kindOfRefusal(reason: string): string {
  const [head = ''] = /^(?:\d{3}(?: \d\.\d{1,3}\.\d{1,3})? )?/.exec(reason) ?? []
  const rest = reason
    .slice(head.length)
    .toLowerCase()
    .split(' ')
    .filter(word => !/@|\d|\w\.\w/.test(word))
  return head + rest.join(' ')
}
