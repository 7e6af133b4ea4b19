import type { VFileMessage } from 'vfile-message'
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

/** A message as a line: `file:line:column  severity  what, and what to do  rule-id`. */
export function formatMessage(message: VFileMessage, styles: Styles): string {
  const place = [message.file, message.line, message.column].filter(
    part => part !== undefined && part !== null && part !== '',
  )
  const severity =
    message.fatal === true
      ? styles.red('error')
      : message.fatal === false
        ? styles.yellow('warning')
        : styles.blue('info')
  // Whatever an article says is shown, never obeyed by the terminal.
  const shown = (text: string) =>
    text.replace(/[\u0000-\u001F\u007F-\u009F]/g, ' ').replace(directionControls, '\uFFFD')
  return `${styles.bold(shown(place.join(':')))}  ${severity}  ${shown(message.reason)}  ${styles.dim(message.ruleId ?? '')}`
}

/** "2 errors, 1 warning", or nothing. */
export function formatCounts(messages: readonly VFileMessage[]): string {
  const count = (fatal: boolean, word: string) => {
    const number = messages.filter(message => message.fatal === fatal).length
    return number === 0 ? [] : [`${number} ${word}${number === 1 ? '' : 's'}`]
  }
  return [...count(true, 'error'), ...count(false, 'warning')].join(', ')
}
