import type { ElementContent } from 'hast'
import type { Article, Issue } from '../../pipeline/article.js'
import type { Part } from '../html/front.js'
import { editorsOf } from '../html/people.js'
import { sharedRights } from '../html/rights.js'
import { time } from '../html/time.js'
import type { Rendering } from '../rendering.js'
import { listed } from '../words.js'
import { address, printedAddress } from './address.js'
import { issueName } from './issue-name.js'
import { inIssuesLanguage } from './opening.js'
import { homeOf, qrCode } from './qr-code.js'

/** The last lines: who published it, and where it is to be found. An issue of several articles has one, after the last. */
export const colophon: Part = (article, rendering) => {
  const { issue, publication } = rendering
  if (issue.articles.length > 1)
    return article.key === issue.articles.at(-1)?.key ? [issueColophon(article, rendering)] : []
  const rights = rightsLine(article)
  return [
    <div className="colophon">
      <p>{imprintOf(publication.name, publication.publisher, publication.address).join(' · ')}</p>
      {rights ? <p>{rights}</p> : undefined}
      {wayHome(article, rendering)}
    </div>,
  ]
}

/** @param last the article that it stands below, whose language may be another */
function issueColophon(last: Article, rendering: Rendering): ElementContent {
  const { issue, publication, words } = rendering
  const { meta } = issue
  const editors = editorsOf(issue).map(({ name }) => name)
  const names = editors.length > 0 ? editors : [publication.editor].flatMap(name => name ?? [])
  const imprint = imprintOf(publication.publisher, publication.address)
  const rights = rightsLine(issue)
  return (
    <div className={['colophon', 'issue-colophon']} {...inIssuesLanguage(last, rendering)}>
      <p>
        <strong>{`${issueName(rendering)} · ${issue.title}`}</strong>
        {meta.date ? [' · ', time(meta.date, issue.lang)] : undefined}
        {names.length > 0 ? ` · ${words.editedBy} ${listed(names, issue.lang)}` : undefined}
      </p>
      {imprint.length > 0 ? <p>{imprint.join(' · ')}</p> : undefined}
      {rights ? <p>{rights}</p> : undefined}
      {sharedRights(issue, licenceLine).map(({ rights, articles }) => (
        <p>
          {titlesOf(articles, issue)}
          {rights}
        </p>
      ))}
      {wayHome(issue, rendering)}
    </div>
  )
}

const titlesOf = (articles: readonly Article[], { lang: issueLang }: Issue): ElementContent[] =>
  articles.flatMap(({ meta: { title, lang } }, index) => [
    <cite lang={lang === issueLang ? undefined : lang}>{title}</cite>,
    { type: 'text', value: index < articles.length - 1 ? ', ' : ': ' },
  ])

/** Who published it, from where; an address often begins with the publisher's name, which is then said once. */
const imprintOf = (...parts: readonly (string | undefined)[]): string[] =>
  parts
    .filter(part => part !== undefined)
    .filter((part, index, all) => !all.slice(index + 1).some(later => later.startsWith(part)))

const rightsLine = ({ meta }: Pick<Article, 'meta'>): string =>
  [meta.rights, meta.license, meta.doi && `doi:${meta.doi}`].filter(Boolean).join(' · ')

/** With the licence of whom an article is taken from, which stands below that article too. */
const licenceLine = ({ meta }: Article): string =>
  [...new Set([rightsLine({ meta }), meta.source?.license])].filter(Boolean).join(' · ')

function wayHome(of: Pick<Article, 'meta'>, rendering: Rendering): ElementContent[] {
  const { publication, words } = rendering
  const home = homeOf(of, rendering)
  if (!home) return []
  return [
    <p>
      <a href={home}>{address(home)}</a>
    </p>,
    ...(publication.pdf?.qr ? qrCode(home, `${words.qrCode}: ${printedAddress(home)}`) : []),
  ]
}
