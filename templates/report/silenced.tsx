import type { ElementContent } from 'hast'
import type { Account } from './account.js'
import { findingParts } from './findings.js'

/** What comments silence, with their reasons, folded. */
export function silencedList({ silenced }: Account): ElementContent | undefined {
  if (silenced.length === 0) return undefined
  return (
    <section ariaLabelledBy="silenced">
      <h2 id="silenced">Silenced</h2>
      <details>
        <summary>{`${silenced.length} silenced by a comment, with a reason`}</summary>
        <ol className="findings">
          {silenced.map(finding => (
            <li className="of-info">
              <p className="reason because" dir="auto">
                {finding.because}
              </p>
              <p className="from">
                <bdi>{finding.file}</bdi>
              </p>
              {findingParts(finding)}
            </li>
          ))}
        </ol>
      </details>
    </section>
  )
}
