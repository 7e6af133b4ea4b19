import type { TokenChanges } from '../../pipeline/config/token-changes.js'

/** A line of a config, with the token that it sets, or what begins the paths of those that it sets in braces. */
export interface ConfigLine {
  readonly path?: string
  readonly text: string
}

/** A config with a theme as people write them, more or less. */
export interface RandomConfig {
  readonly text: string
  readonly lines: readonly ConfigLine[]
  readonly changes: TokenChanges
}

const colours = ['ink', 'muted', 'accent', 'paper', 'highlight']
const sizes = ['body', 'small', 'title', 'h2']

/** @param random from 0 to 1 */
export function randomConfig(random: () => number): RandomConfig {
  const below = (count: number) => Math.floor(random() * count)
  const often = (part: number) => random() < part
  const colour = () => `#${below(0xffffff).toString(16).padStart(6, '0')}`
  const lineEnd = often(0.3) ? '\r\n' : '\n'
  const step = [2, 3, 4][below(3)] ?? 2
  const lines: ConfigLine[] = []
  const pad = (depth: number) => ' '.repeat(depth * step)
  const note = () => (often(0.3) ? `   # ${['a note', 'light: no', '"quoted"'][below(3)]}` : '')
  const put = (depth: number, text: string, path?: string) => {
    if (often(0.15)) lines.push({ text: lineEnd })
    if (often(0.2)) lines.push({ text: `${pad(depth)}# ${'theme:'.slice(0, below(7))}${lineEnd}` })
    lines.push({ text: `${pad(depth)}${text}${note()}${lineEnd}`, ...(path ? { path } : {}) })
  }
  const quoted = () => (often(0.5) ? `"${colour()}"` : `'${colour()}'`)

  const theme = () => {
    put(0, often(0.2) ? '"theme":' : 'theme:')
    const parts = ['light', 'dark', 'screen', 'paper'].filter(() => often(0.6))
    for (const part of parts) {
      const names = (part === 'light' || part === 'dark' ? colours : sizes).filter(() => often(0.5))
      const value = () => (part === 'light' || part === 'dark' ? quoted() : String(1 + below(60)))
      if (names.length === 0) put(1, `${part}:`)
      else if (often(0.2))
        put(1, `${part}: { ${names.map(name => `${name}: ${value()}`).join(', ')} }`, `${part}.`)
      else {
        put(1, `${part}:`)
        for (const name of names) put(2, `${name}: ${value()}`, `${part}.${name}`)
      }
    }
  }
  const others = [
    () => put(0, 'name: "Slack: water"'),
    () => put(0, 'formats: [email, web]'),
    () => {
      put(0, 'email:')
      put(1, 'why: You asked for it.')
    },
    () => {
      put(0, 'epub:')
      put(1, 'tables: keep')
    },
  ].filter(() => often(0.6))
  const keys = [...others, ...(often(0.7) ? [theme] : [])].sort(() => random() - 0.5)
  if (often(0.2)) lines.push({ text: `---${lineEnd}` })
  for (const key of keys) key()
  if (often(0.3)) lines.push({ text: `# the end${lineEnd}` })
  const last = lines.pop()
  if (last) lines.push(often(0.2) ? { ...last, text: last.text.trimEnd() } : last)
  const mark = often(0.2) ? '\uFEFF' : ''
  const [first, ...rest] = lines
  const marked = first ? [{ ...first, text: mark + first.text }, ...rest] : []

  const changes: Record<string, string | number> = {}
  for (let count = 1 + below(5); count > 0; count -= 1) {
    const isColour = often(0.6)
    const path = isColour
      ? `${['light', 'dark'][below(2)]}.${colours[below(colours.length)]}`
      : `${['screen', 'paper'][below(2)]}.${sizes[below(sizes.length)]}`
    changes[path] = isColour ? colour() : 1 + below(60)
  }
  return { text: marked.map(({ text }) => text).join(''), lines: marked, changes }
}
