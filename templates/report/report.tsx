import type { ElementContent, Root } from 'hast'
import type { Tokens } from '../tokens.js'
import { schemes, settings, sheets } from '../web/settings.js'
import type { Account } from './account.js'
import { findings } from './findings.js'
import { issueSection } from './issue.js'
import { overview } from './overview.js'
import { ruleList } from './rules.js'
import { silencedList } from './silenced.js'
import { reportStyles } from './stylesheet.js'
import { summary } from './summary.js'

/** The report of a check as a page: nothing in it runs, and it asks for nothing. */
export function reportPage(account: Account, tokens: Tokens): Root {
  const { publication, version, issues, skipped } = account
  const page = (
    <html lang="en" dir="ltr">
      <head>
        {settings()}
        <title>{`Check of ${publication}`}</title>
        {schemes(tokens)}
        {sheets(reportStyles(tokens))}
      </head>
      <body>
        <header className="top">
          <p className="kind">Check</p>
          <h1>
            <bdi>{publication}</bdi>
          </h1>
          {summary(account)}
        </header>
        <main>
          {overview(account)}
          {findings(account)}
          {silencedList(account)}
          {skipped.length > 0 ? leftOut(skipped) : undefined}
          {issues.map(issueSection)}
          {ruleList(account)}
        </main>
        <footer>
          <p>{`Trifold ${version}`}</p>
        </footer>
      </body>
    </html>
  )
  return { type: 'root', children: [{ type: 'doctype' }, page] }
}

const leftOut = (skipped: readonly string[]): ElementContent => (
  <section ariaLabelledBy="left-out">
    <h2 id="left-out">Not looked at</h2>
    <ul className="plain">
      {skipped.map(reason => (
        <li>{reason}</li>
      ))}
    </ul>
  </section>
)
