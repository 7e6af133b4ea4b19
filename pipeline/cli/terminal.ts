import type { VFileMessage } from 'vfile-message'
import type { Silenced } from '../check/settle.js'
import type { Log } from '../world.js'
import { reportedMessage, reportedSilenced } from '../write/report.js'
import { formatMessage, formatSilenced, type Styles, stylesFor } from './format-message.js'

/** A stream that lines are written to. */
export interface Output {
  write(text: string): unknown
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
}

export interface TerminalOptions {
  readonly stdout: Output
  readonly stderr: Output
  readonly env: Readonly<Record<string, string | undefined>>
  readonly quiet?: boolean | undefined
  readonly verbose?: boolean | undefined
  readonly json?: boolean | undefined
}

/** The terminal as a log: results on standard output, messages and progress on standard error. */
export interface Terminal extends Log {
  readonly styles: Styles
  /** A line of results; with `--json` there are none but messages. */
  print(line: string): void
  /** A line for the person who runs it, shown even when quiet: what is wrong with the call itself. */
  complain(line: string): void
  /** A result as a line of JSON, for `--json`. */
  record(value: object): void
  /** What a comment silences, for who wants to know. */
  silenced(finding: Silenced): void
  /** Takes the progress line away. */
  clear(): void
}

/** Made for a person on a terminal, for plain lines elsewhere, or for a program with `--json`. */
export function terminal({ stdout, stderr, env, quiet, verbose, json }: TerminalOptions): Terminal {
  const live = stderr.isTTY === true && !quiet && !json && env.TERM !== 'dumb'
  const coloured =
    (stderr.isTTY === true && !env.NO_COLOR) ||
    (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0' && !env.NO_COLOR)
  const styles = stylesFor(coloured)
  let shown = false
  const clear = () => {
    if (shown) stderr.write('\r\u001B[2K')
    shown = false
  }
  const line = (to: Output, text: string) => {
    clear()
    to.write(`${text}\n`)
  }
  return {
    styles,
    clear,
    print(text) {
      if (!quiet && !json) line(stdout, text)
    },
    record: value => line(stdout, JSON.stringify(value)),
    complain: text => line(stderr, text),
    info(text) {
      if (!quiet && !json) line(stderr, text)
    },
    progress(label, part) {
      if (!live) return
      const width = Math.max(10, Math.min(30, (stderr.columns ?? 80) - 50))
      const done = Math.round(width * part)
      stderr.write(
        `\r\u001B[2K${'█'.repeat(done)}${'░'.repeat(width - done)} ${Math.round(part * 100)} %  ${label}`,
      )
      shown = true
    },
    silenced(finding) {
      if (json) line(stdout, JSON.stringify(reportedSilenced(finding)))
      else if (!quiet) line(stderr, formatSilenced(finding, styles))
    },
    message(message: VFileMessage) {
      if (json) line(stdout, JSON.stringify(reportedMessage(message)))
      else if (message.fatal !== undefined ? !quiet || message.fatal : verbose)
        line(stderr, formatMessage(message, styles))
    },
  }
}
