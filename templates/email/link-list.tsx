import type { ElementContent } from 'hast'
import type { Direction } from '../../pipeline/article.js'
import type { Rendering } from '../rendering.js'
import { css, mirrored } from './style.js'

/** An article that a list leads to. */
export interface ListedLink {
  readonly title: string
  readonly lang: string
  readonly dir: Direction
  readonly href: string
}

/** Titles of articles, each leading there, in the language of each. */
export const linkList = (links: readonly ListedLink[], { tokens, issue }: Rendering): ElementContent => (
  <ul style={css({ margin: mirrored(issue.dir, 0, 0, 12, 20), padding: 0 })}>
    {links.map(({ title, lang, dir, href }) => (
      <li>
        <a
          href={href}
          {...(lang === issue.lang ? {} : { lang, dir })}
          style={css({ color: tokens.light.accent })}
        >
          {title}
        </a>
      </li>
    ))}
  </ul>
)
