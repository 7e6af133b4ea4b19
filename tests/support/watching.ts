import { join } from 'node:path'
import { onTestFinished, vi } from 'vitest'
import { run } from '../../pipeline/cli/program.js'

/** How long something may take that is waited for, milliseconds: the browser starts, the machine does other things. */
export const patience = { timeout: 60_000, interval: 10 }

/** `trifold build --watch`, under way in this process. */
export interface WatchUnderWay {
  /** What it said on both streams. */
  said(): string
  /** How often it said a text. */
  times(text: string): number
  /** Waits until it has said a text so many times. */
  says(text: string, times?: number): Promise<void>
  /** Presses Ctrl-C. @returns the exit code */
  stop(): Promise<number>
}

/** Starts to watch a publication, and waits for the first build. It is stopped when the test ends. */
export async function watching(cwd: string, ...flags: string[]): Promise<WatchUnderWay> {
  const stop = new AbortController()
  let said = ''
  const stream = {
    write(text: string) {
      said += text
    },
  }
  const code = run(['build', '--watch', ...flags], {
    cwd,
    env: {
      PATH: process.env.PATH,
      PUPPETEER_EXECUTABLE_PATH: process.env.PUPPETEER_EXECUTABLE_PATH,
      TRIFOLD_CACHE_DIR: join(cwd, '.cache'),
    },
    stdout: stream,
    stderr: stream,
    stdin: (async function* () {})(),
    signal: stop.signal,
  })
  let ended: number | undefined
  void code.then(given => {
    ended = given
  })
  const times = (text: string) => said.split(text).length - 1
  const under: WatchUnderWay = {
    said: () => said,
    times,
    says: (text, often = 1) =>
      vi.waitFor(() => {
        if (times(text) >= often) return
        throw new Error(
          `Expected "${text}" ${often} times${ended === undefined ? '' : ' before the end'} of:\n${said}`,
        )
      }, patience),
    stop() {
      stop.abort(new Error('stopped'))
      return code
    },
  }
  onTestFinished(async () => {
    await under.stop()
  })
  await under.says(flags.includes('--json') ? '"built"' : 'Waiting for changes')
  return under
}
