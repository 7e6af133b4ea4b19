import type { ElementContent } from 'hast'
import type { Account, FileAccount, FindingAccount } from './account.js'
import { counted } from './counted.js'
import { said } from './said.js'

/** What was found, by file. Decisions are folded: they are told, and nobody has to do anything about them. */
export function findings({ files }: Account): ElementContent | undefined {
  if (files.length === 0) return undefined
  return (
    <section ariaLabelledBy="findings">
      <h2 id="findings">Findings</h2>
      {files.map(ofFile)}
    </section>
  )
}

function ofFile({ file, findings: found }: FileAccount): ElementContent {
  const weighty = found.filter(({ weight }) => weight !== 'info')
  const infos = found.filter(({ weight }) => weight === 'info')
  return (
    <section className="file">
      <h3>
        <bdi>{file}</bdi>
      </h3>
      {weighty.length > 0 ? <ol className="findings">{weighty.map(item)}</ol> : undefined}
      {infos.length > 0 ? (
        <details>
          <summary>{`${counted(infos.length, 'decision')} taken for you`}</summary>
          <ol className="findings">{infos.map(item)}</ol>
        </details>
      ) : undefined}
    </section>
  )
}

const item = (finding: FindingAccount): ElementContent => (
  <li className={`of-${finding.weight}`}>{findingParts(finding)}</li>
)

const words = { error: 'Error', warning: 'Warning', info: 'Info' } as const

/** A finding: how much it weighs, where it is, what was found, and the line that it is about. */
export function findingParts({
  weight,
  rule,
  reason,
  line,
  column,
  source,
}: FindingAccount): ElementContent[] {
  return [
    <p className="mark">
      <span className={`weight ${weight}`}>{words[weight]}</span>
      {line === undefined ? undefined : (
        <span className="place">{`line ${line}${column === undefined ? '' : `, column ${column}`}`}</span>
      )}
      <a className="rule" href={`#rule-${rule}`}>
        {rule}
      </a>
    </p>,
    <p className="reason" dir="auto">
      {said(reason)}
    </p>,
    ...(source
      ? [
          <pre dir="auto">
            <code>{[source.before, source.found ? <mark>{source.found}</mark> : '', source.after]}</code>
          </pre>,
        ]
      : []),
  ]
}
