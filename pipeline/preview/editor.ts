import { basename } from 'node:path'

/** How a program is called: its name or path, and what it is given. */
export interface EditorCall {
  readonly program: string
  readonly args: readonly string[]
}

/** What a file is opened with; looked up by names in this order. */
type Env = Readonly<Record<string, string | undefined>>

type AtLine = (path: string, line: number) => readonly string[]

const joined: AtLine = (path, line) => [`${path}:${line}`]
const goTo: AtLine = (path, line) => ['-g', `${path}:${line}`]
const plus: AtLine = (path, line) => [`+${line}`, path]
const dashLine: AtLine = (path, line) => ['-l', String(line), path]
const longLine: AtLine = (path, line) => ['--line', String(line), path]

/** Editors that have a window of their own, in the order that they are looked for, and how each takes a line. */
const editors: Readonly<Record<string, AtLine>> = {
  code: goTo,
  cursor: goTo,
  codium: goTo,
  windsurf: goTo,
  'code-insiders': goTo,
  subl: joined,
  zed: joined,
  zeditor: joined,
  webstorm: longLine,
  idea: longLine,
  pycharm: longLine,
  phpstorm: longLine,
  bbedit: plus,
  mate: dashLine,
  kate: dashLine,
  'gnome-text-editor': plus,
  gedit: plus,
  pluma: plus,
  xed: plus,
  gvim: plus,
  mvim: plus,
  'notepad++': (path, line) => [`-n${line}`, path],
}

/** Names that are looked for on the PATH where nothing is said. */
export const knownEditors: readonly string[] = Object.keys(editors)

/** Editors that are drawn in a terminal. */
const inTerminal = new Set(
  'vi vim nvim view nano pico emacs micro helix hx kak joe jed ne ed ex mg less'.split(' '),
)

const variables = ['TRIFOLD_EDITOR', 'VISUAL', 'EDITOR'] as const

const advice =
  'Set the environment variable TRIFOLD_EDITOR, `code` say, or `my-editor --at {line} {file}`, and start the preview again.'

/**
 * How the person's editor opens a file at a line: the first of `TRIFOLD_EDITOR`, `VISUAL` and `EDITOR` that is set, else one
 * that is there. A value is a program and what it is given, parts with spaces in quotation marks; `{file}` and `{line}` stand
 * for the place.
 *
 * @param path absolute, so that no program takes it for a flag
 * @param found the first of `knownEditors` that is there
 * @throws Error with what to do
 */
export function editorCall(path: string, line: number, env: Env, found: string | undefined): EditorCall {
  const name = variables.find(each => env[each]?.trim())
  const [program = found, ...given] = partsOf((name && env[name]) ?? '')
  if (program === undefined) throw new Error(`No editor was found here. ${advice}`)
  const known = basename(program.replaceAll('\\', '/')).replace(/\.(?:exe|cmd|bat|sh)$/i, '')
  if (inTerminal.has(known) || given.includes('-nw') || given.includes('-t'))
    throw new Error(
      `${name} is ${program}, an editor for the terminal, and the preview has that. The place is ${path}:${line}. ${advice}`,
    )
  if (given.some(part => /\{(?:file|line)\}/.test(part))) {
    const filled = given.map(part => part.replaceAll('{line}', String(line)).replaceAll('{file}', () => path))
    return { program, args: filled }
  }
  const at = editors[known]
  return { program, args: [...given, ...(at ? at(path, line) : [path])] }
}

/** The parts of a value, those in quotation marks whole. Nothing else of a shell's language means anything. */
const partsOf = (value: string): string[] =>
  [...value.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, double, single, plain]) =>
    String(double ?? single ?? plain),
  )
