import type { ElementContent, Root } from 'hast'
import { servePage } from './page.js'
import type { Place } from './place.js'

/** What the form of a page on subscribing holds already, and what is wrong with it. */
export interface Filled {
  readonly email: string
  readonly name: string
  readonly wrong?: 'email' | 'name' | undefined
}

/** The form that an address is put into. */
export function subscribeForm(place: Place, filled: Filled = { email: '', name: '' }): Root {
  const { words, publication, prefix } = place
  const { wrong } = filled
  return servePage(place, {
    title: words.subscribe,
    main: [
      publication.description ? <p className="standfirst">{publication.description}</p> : undefined,
      <form method="post" action={`${prefix}/subscribe`}>
        {wrong ? faultOf(wrong === 'email' ? words.notAnAddress : words.notAName) : undefined}
        <div className="field">
          <label htmlFor="tf-email">{words.email}</label>
          <input
            id="tf-email"
            name="email"
            type="email"
            required
            maxLength={254}
            autoComplete="email"
            dir="ltr"
            value={filled.email || undefined}
            ariaInvalid={wrong === 'email' ? 'true' : undefined}
            ariaDescribedBy={wrong === 'email' ? 'tf-wrong' : 'tf-how'}
          />
        </div>
        <div className="field">
          <label htmlFor="tf-name">
            {words.name} <span className="optional">{`(${words.optional})`}</span>
          </label>
          <input
            id="tf-name"
            name="name"
            type="text"
            maxLength={100}
            autoComplete="name"
            dir="auto"
            value={filled.name || undefined}
            ariaInvalid={wrong === 'name' ? 'true' : undefined}
            ariaDescribedBy={wrong === 'name' ? 'tf-wrong' : undefined}
          />
        </div>
        <button className="main" type="submit">
          {words.subscribe}
        </button>
        <p className="hint" id="tf-how">
          {words.howItGoes}
        </p>
      </form>,
      <p className="privacy">{words.privacy}</p>,
    ],
  })
}

const faultOf = (said: string): ElementContent => (
  <p className="fault" id="tf-wrong" role="alert">
    {said}
  </p>
)
