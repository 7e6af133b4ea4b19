import type { ElementContent } from 'hast'
import { formats } from '../../pipeline/article.js'
import type { Account, FormatAccount, IssueAccount } from './account.js'
import { counted, formatNames, inKilobytes } from './counted.js'
import { issueId } from './issue.js'

/** Every issue with what became of each format, in a table. */
export function overview({ issues }: Account): ElementContent | undefined {
  const made = formats.filter(format =>
    issues.some(issue => issue.formats.some(each => each.format === format)),
  )
  if (issues.length === 0) return undefined
  return (
    <section ariaLabelledBy="issues">
      <h2 id="issues">Issues</h2>
      <section className="scroll" ariaLabel="Every issue in every format" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Issue</th>
              {made.map(format => (
                <th scope="col">{formatNames[format]}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {issues.map((issue, index) => (
              <tr>
                <th scope="row">{named(issue, index)}</th>
                {made.map(format => (
                  <td>{cell(issue.formats.find(each => each.format === format))}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

const named = ({ title, isDraft }: IssueAccount, index: number): (ElementContent | string)[] => [
  <a href={`#${issueId(index)}`}>
    <bdi>{title}</bdi>
  </a>,
  ...(isDraft ? [', a draft'] : []),
]

function cell(format: FormatAccount | undefined): ElementContent | string {
  if (!format) return '–'
  const { isBuilt, bytes, pages } = format
  if (!isBuilt) return <span className="bad">Stopped</span>
  return [...(pages === undefined ? [] : [counted(pages, 'page')]), inKilobytes(bytes)].join(', ')
}
