import type { ElementContent, Root } from 'hast'
import { readMergeTag } from '../../pipeline/merge-tag.js'
import { colophonOf, mastheadOf } from '../web/frame.js'
import { sitePage } from './page.js'
import { addressOf, frameOf, type Site } from './site.js'

/** A page to share: where to subscribe, the feeds, and the way out. */
export function subscribePage(site: Site): Root {
  const { publication, words, links } = site
  const { web } = words
  const { subscribe, unsubscribe } = publication.email
  // A tag is filled in by who sends the email; here nobody would.
  const leave = unsubscribe === undefined || readMergeTag(unsubscribe) ? undefined : unsubscribe
  return sitePage(site, {
    title: `${web.subscribe} · ${publication.name}`,
    file: 'subscribe.html',
    header: [mastheadOf(frameOf(site))],
    main: [
      <header className="front">
        <h1>{web.subscribe}</h1>
        {publication.description ? <p className="standfirst">{publication.description}</p> : undefined}
        {subscribe
          ? [
              <p className="button">
                <a href={subscribe}>{web.subscribeByEmail}</a>
              </p>,
              address(web.address, subscribe, subscribe),
            ]
          : undefined}
      </header>,
      ...(links.feeds ? [feeds(site, links.feeds)] : []),
      <section ariaLabelledBy="tf-issues">
        <h2 id="tf-issues">{web.allIssues}</h2>
        {address(undefined, links.archive, addressOf(site, '') ?? web.allIssues)}
      </section>,
      ...(leave
        ? [
            <section ariaLabelledBy="tf-leave">
              <h2 id="tf-leave">{words.unsubscribe}</h2>
              <p>{web.aboutUnsubscribing}</p>
              {address(undefined, leave, leave)}
            </section>,
          ]
        : []),
    ],
    footer: [colophonOf(frameOf(site))],
  })
}

function feeds(site: Site, { atom, json }: { readonly atom: string; readonly json: string }): ElementContent {
  const { web } = site.words
  return (
    <section ariaLabelledBy="tf-feeds">
      <h2 id="tf-feeds">{web.feeds}</h2>
      <p>{web.aboutFeeds}</p>
      {address('Atom', atom, addressOf(site, atom) ?? atom)}
      {address('JSON Feed', json, addressOf(site, json) ?? json)}
    </section>
  )
}

/** An address in full, to be copied from a page that is printed or shown. */
const address = (label: string | undefined, href: string, shown: string): ElementContent => (
  <p className="address">
    {label ? `${label}: ` : undefined}
    <a href={href}>
      <bdi>{shown.replace(/^mailto:([^?]*).*$/is, '$1')}</bdi>
    </a>
  </p>
)
