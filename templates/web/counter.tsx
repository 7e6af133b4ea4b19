import type { Part } from '../html/front.js'
import { said } from '../html/said.js'

/** The picture by which a publisher counts who opens a republished article, with words that say so. */
export const counter: Part = ({ meta: { source, lang } }, { words }) => {
  if (!source?.republished || source.counter === undefined) return []
  return [
    <p className="counter">
      {source.name} {said(words.countsPage, words, lang)}
      <img src={source.counter} alt="" width={1} height={1} referrerPolicy="no-referrer-when-downgrade" />
    </p>,
  ]
}
