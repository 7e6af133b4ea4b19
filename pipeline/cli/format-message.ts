import type { VFileMessage } from 'vfile-message'
import type { Silenced } from '../check/settle.js'
import { directionControls } from '../parse/direction-controls.js'

type Style = (text: string) => string

/** Colours for a terminal, or none (no-color.org). */
export interface Styles {
  readonly red: Style
  readonly yellow: Style
  readonly blue: Style
  readonly dim: Style
  readonly bold: Style
}

const ansi =
  (code: number): Style =>
  text =>
    `\u001B[${code}m${text}\u001B[0m`
const plain: Style = text => text

/** Colours where there is someone to see them. */
export const stylesFor = (coloured: boolean): Styles =>
  coloured
    ? { red: ansi(31), yellow: ansi(33), blue: ansi(34), dim: ansi(2), bold: ansi(1) }
    : { red: plain, yellow: plain, blue: plain, dim: plain, bold: plain }

/** A finding that a comment silences as a line, with the reason that the comment gives. */
export const formatSilenced = ({ message, because }: Silenced, styles: Styles): string =>
  lineOf(message, styles.dim('silenced'), `${message.reason} (${because})`, styles)

/** A message as a line: `file:line:column  severity  what, and what to do  rule-id`. */
export function formatMessage(message: VFileMessage, styles: Styles): string {
  const severity =
    message.fatal === true
      ? styles.red('error')
      : message.fatal === false
        ? styles.yellow('warning')
        : styles.blue('info')
  return lineOf(message, severity, message.reason, styles)
}

function lineOf(message: VFileMessage, severity: string, said: string, styles: Styles): string {
  const place = [message.file, message.line, message.column].filter(
    part => part !== undefined && part !== null && part !== '',
  )
  // Whatever an article says is shown, never obeyed by the terminal.
  const shown = (text: string) =>
    text.replace(/[\u0000-\u001F\u007F-\u009F]/g, ' ').replace(directionControls, '\uFFFD')
  return `${styles.bold(shown(place.join(':')))}  ${severity}  ${shown(said)}  ${styles.dim(message.ruleId ?? '')}`
}

/** "2 errors, 1 warning, 1 silenced", or nothing. */
export function formatCounts(messages: readonly VFileMessage[], silenced = 0): string {
  const count = (fatal: boolean, word: string) => {
    const number = messages.filter(message => message.fatal === fatal).length
    return number === 0 ? [] : [`${number} ${word}${number === 1 ? '' : 's'}`]
  }
  const quiet = silenced > 0 ? [`${silenced} silenced`] : []
  return [...count(true, 'error'), ...count(false, 'warning'), ...quiet].join(', ')
}
