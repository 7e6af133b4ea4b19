import type { ElementContent } from 'hast'
import { coverOf } from '../cover/choice.js'
import { coverWords } from '../cover/said.js'
import type { Rendering } from '../rendering.js'

/**
 * The page that shows the cover, for reading systems that do not show the picture by themselves. The role is the
 * picture's: EPUBCheck takes `doc-cover` on no section (RSC-005).
 */
export function coverPage(rendering: Rendering): ElementContent[] {
  const cover = coverOf(rendering)
  if (!cover) return []
  return [
    <section className="cover-page" epub:type="cover">
      <img
        src={rendering.links.image(cover.asset)}
        alt={alternative(rendering, cover.alt)}
        role="doc-cover"
      />
    </section>,
  ]
}

/** What the cover says to who does not see it: title and authors, and what a picture of the publication's own shows. */
function alternative(rendering: Rendering, shows: string): string {
  const { title, names } = coverWords(rendering)
  const { words } = rendering
  return [`${words.cover}: ${title}`, names && `${words.by} ${names}`, shows].filter(Boolean).join('. ')
}
