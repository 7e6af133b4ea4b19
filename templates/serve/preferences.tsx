import type { ElementContent, Root } from 'hast'
import { longDate } from '../words.js'
import { deed, servePage } from './page.js'
import type { Place } from './place.js'
import type { ReaderFacts } from './reader-facts.js'

/** The addresses that a reader's own page leads to. */
export interface ReaderWays {
  readonly preferences: string
  readonly unsubscribe: string
  readonly data: string
  readonly erase: string
}

/** A reader's own page: the name, the way out, all that is known, and how it is erased. */
export function preferencesPage(
  place: Place,
  facts: ReaderFacts,
  ways: ReaderWays,
  done?: 'saved' | 'wrong',
): Root {
  const { words, prefix } = place
  return servePage(place, {
    title: words.yourSubscription,
    main: [
      done === 'saved' ? (
        <p className="done" role="status">
          {words.saved}
        </p>
      ) : undefined,
      <p>
        <bdi>
          <strong>{facts.email}</strong>
        </bdi>
        {`: ${words.states[facts.state]}`}
      </p>,
      facts.state === 'active' ? (
        deed(ways.unsubscribe, words.leave, 'quiet')
      ) : (
        <p>
          <a href={`${prefix}/subscribe`}>{words.subscribe}</a>
        </p>
      ),
      <section ariaLabel={words.name}>{nameForm(place, facts, ways, done === 'wrong')}</section>,
      <section ariaLabelledBy="tf-known">
        <h2 id="tf-known">{words.whatWeKnow}</h2>
        <p>{words.aboutWhatWeKnow}</p>
        {factList(place, facts)}
        <p>
          <a href={ways.data} download>
            {words.download}
          </a>
        </p>
      </section>,
      <section ariaLabelledBy="tf-erase">
        <h2 id="tf-erase">{words.erase}</h2>
        <p>{words.aboutErasing}</p>
        <p>
          <a href={ways.erase}>{words.erase}</a>
        </p>
      </section>,
    ],
  })
}

const nameForm = (
  { words }: Place,
  facts: ReaderFacts,
  ways: ReaderWays,
  isWrong: boolean,
): ElementContent => (
  <form method="post" action={ways.preferences}>
    {isWrong ? (
      <p className="fault" id="tf-wrong" role="alert">
        {words.notAName}
      </p>
    ) : undefined}
    <div className="field">
      <label htmlFor="tf-name">{words.name}</label>
      <input
        id="tf-name"
        name="name"
        type="text"
        maxLength={100}
        autoComplete="name"
        dir="auto"
        value={facts.name}
        ariaInvalid={isWrong ? 'true' : undefined}
        ariaDescribedBy={isWrong ? 'tf-wrong' : 'tf-called'}
      />
      <p className="hint" id="tf-called">
        {words.howYouAreCalled}
      </p>
    </div>
    <button className="main" type="submit">
      {words.save}
    </button>
  </form>
)

function factList({ words, publication }: Place, facts: ReaderFacts): ElementContent {
  const { consent } = facts
  const date = (iso: string) => longDate(iso, publication.lang)
  const rows: [label: string, value: string | undefined][] = [
    [words.email, facts.email],
    [words.name, facts.name],
    [words.state, words.states[facts.state]],
    [words.since, date(facts.since)],
    [words.consentedAt, consent && date(consent.at)],
    [words.consentedBy, consent?.source],
    [words.consentedFrom, consent?.address],
    [words.tags, facts.tags.join(', ')],
    [words.failures, facts.softBounces > 0 ? String(facts.softBounces) : undefined],
    ...Object.entries(facts.attributes),
  ]
  return (
    <dl className="facts">
      {rows.flatMap(([label, value]) =>
        value
          ? [
              <dt>
                <bdi>{label}</bdi>
              </dt>,
              <dd>
                <bdi>{value}</bdi>
              </dd>,
            ]
          : [],
      )}
    </dl>
  )
}
