import type { ElementContent } from 'hast'
import type { Account, RuleAccount } from './account.js'
import { said } from './said.js'

/** The rules of what was found: each finding leads here, and from here to the documentation. */
export function ruleList({ rules }: Account): ElementContent | undefined {
  if (rules.length === 0) return undefined
  return (
    <section ariaLabelledBy="rules">
      <h2 id="rules">Rules</h2>
      <dl>{rules.flatMap(entry)}</dl>
    </section>
  )
}

const entry = ({ id, description, url }: RuleAccount): ElementContent[] => [
  <dt id={`rule-${id}`}>{id}</dt>,
  <dd>
    {said(description)} <span className="see">{URL.canParse(url) ? <a href={url}>{url}</a> : url}</span>
  </dd>,
]
