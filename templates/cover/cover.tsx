import type { ElementContent, Root } from 'hast'
import { type Stylesheet, toCss } from '../css.js'
import { fontFaces } from '../html/font-faces.js'
import type { Rendering } from '../rendering.js'
import { isTooLong } from './fit.js'
import { measuresOf } from './measures.js'
import { coverPicture } from './picture.js'
import { coverWords } from './said.js'
import type { CoverShape } from './shape.js'
import { coverRules } from './styles.js'

/** A part of a cover. */
export type CoverPart = (rendering: Rendering, shape: CoverShape) => ElementContent[]

/** What a cover looks like. A publication replaces what it likes: a part, the style sheet. */
export interface CoverTemplate {
  readonly layout: {
    /** Whose it is, which number, when. */
    readonly masthead: CoverPart
    readonly title: CoverPart
    /** The subtitle or the standfirst, where there is room. */
    readonly under: CoverPart
    readonly byline: CoverPart
    /** The picture, or the folded sheet. */
    readonly art: CoverPart
  }
  readonly stylesheet: (rendering: Rendering, shape: CoverShape) => Stylesheet
}

const masthead: CoverPart = rendering => {
  const { publication, number, date } = coverWords(rendering)
  return [
    <div className="cover-masthead">
      <p className="cover-publication">
        {publication}
        {/* Beside the date it would be read as a day: 14 · 20 March. */}
        {number ? [' ', <span className="cover-number">{number}</span>] : undefined}
      </p>
      {date ? <p className="cover-date">{date.shown}</p> : undefined}
    </div>,
  ]
}

const title: CoverPart = (rendering, shape) => {
  const { title: size, column } = measuresOf(rendering, shape)
  const words = coverWords(rendering).title.split(/(\s+)/u)
  return [
    <p className="cover-title">
      {words.map(word =>
        isTooLong(word, column / size) ? <span className="cover-long">{word}</span> : word,
      )}
    </p>,
  ]
}

const under: CoverPart = (rendering, shape) =>
  measuresOf(rendering, shape).hasUnder ? [<p className="cover-under">{coverWords(rendering).under}</p>] : []

const byline: CoverPart = rendering => {
  const { names } = coverWords(rendering)
  return names ? [<p className="cover-byline">{names}</p>] : []
}

const art: CoverPart = rendering => {
  const picture = coverPicture(rendering)
  return [
    <div className="cover-art">
      {picture ? (
        <img src={rendering.links.image(picture.asset)} alt={picture.alt} />
      ) : (
        [
          <div className="cover-fold cover-behind" />,
          <div className="cover-fold cover-face-1" />,
          <div className="cover-fold cover-face-2" />,
          <div className="cover-fold cover-face-3" />,
        ]
      )}
    </div>,
  ]
}

export const defaultCoverTemplate: CoverTemplate = {
  layout: { masthead, title, under, byline, art },
  stylesheet: (rendering, shape) => [coverRules(rendering, shape)],
}

/** The cover of an issue as what stands in an element of the class `cover`. */
export function coverContent(
  rendering: Rendering,
  shape: CoverShape,
  { layout }: CoverTemplate = defaultCoverTemplate,
): ElementContent[] {
  const part = (name: keyof typeof layout) => layout[name](rendering, shape)
  return [
    <div className="cover-words">
      {part('masthead')}
      {part('title')}
      {part('under')}
      {part('byline')}
    </div>,
    ...part('art'),
  ]
}

/** The cover of an issue as a whole HTML document, to be photographed. */
export function coverTemplate(
  rendering: Rendering,
  shape: CoverShape,
  template: CoverTemplate = defaultCoverTemplate,
): Root {
  const { issue, assets } = rendering
  const rules: Stylesheet = [
    ...fontFaces(assets.fonts),
    { html: { textRendering: 'geometricPrecision' }, body: { margin: 0 } },
    ...template.stylesheet(rendering, shape),
  ]
  return {
    type: 'root',
    children: [
      { type: 'doctype' },
      <html lang={issue.lang} dir={issue.dir}>
        <head>
          <meta charSet="utf-8" />
          <title>{issue.title}</title>
          <style>{toCss(rules)}</style>
        </head>
        <body>
          <div className={['cover', `cover-${shape.name}`]}>{coverContent(rendering, shape, template)}</div>
        </body>
      </html>,
    ],
  }
}
