import type { ElementContent } from 'hast'
import type { Account, Weight } from './account.js'
import { counted } from './counted.js'

/** What came of the check, before anything else. */
export function summary({ files, silenced, issues }: Account): ElementContent {
  const weights = files.flatMap(file => file.findings.map(({ weight }) => weight))
  const count = (weight: Weight) => weights.filter(each => each === weight).length
  const [errors, warnings, infos] = [count('error'), count('warning'), count('info')]
  const checked = issues.filter(({ isDraft }) => !isDraft).length
  const drafts = issues.length - checked
  const more = [
    counted(checked, 'issue'),
    ...(drafts > 0 ? [`${counted(drafts, 'draft')} left out`] : []),
    ...(infos > 0 ? [`${counted(infos, 'decision')} told`] : []),
    ...(silenced.length > 0 ? [`${silenced.length} silenced`] : []),
  ]
  return (
    <div className="outcome">
      <p className={errors > 0 ? 'verdict bad' : warnings > 0 ? 'verdict fair' : 'verdict good'}>
        {errors + warnings === 0
          ? 'Nothing wrong'
          : [
              ...(errors > 0 ? [counted(errors, 'error')] : []),
              ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
            ].join(', ')}
      </p>
      <p className="more">{more.join(' · ')}</p>
    </div>
  )
}
