import { counted } from './counted.js'
import type { ExitCode } from './exit.js'
import { type IssueOptions, onIssues } from './on-issues.js'
import type { Session } from './session.js'

/** What `trifold check` takes. */
export interface CheckOptions extends IssueOptions {
  readonly links?: boolean
}

/** `trifold check [PATH...]`: makes every format and says what is wrong with it. */
export const check = (paths: readonly string[], options: CheckOptions, session: Session): Promise<ExitCode> =>
  onIssues(paths, options, session, {
    formats: config => config.formats,
    sound: 'nothing wrong',
    async run(request, world) {
      const { checkIssues } = await import('../check-issues.js')
      const { issues, messages, skipped } = await checkIssues(
        { ...request, ...(options.links ? { links: {} } : {}) },
        world,
      )
      const { terminal } = session
      terminal.clear()
      for (const message of skipped)
        options.json || message.fatal !== undefined
          ? terminal.message(message)
          : terminal.info(message.reason)
      const checked = issues.filter(({ title, draft }) => title !== undefined && !draft)
      return { messages, issues, skipped, summary: counted(checked.length, 'checked', issues) }
    },
  })
