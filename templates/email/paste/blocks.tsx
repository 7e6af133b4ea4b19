import type { ElementContent } from 'hast'
import type { ArticleElement } from '../../../pipeline/article.js'
import { leadsWithin } from '../../../pipeline/article-link.js'
import { wordsOf } from '../../../pipeline/walk.js'
import { hostOf } from '../../host.js'
import { type HtmlState, htmlOf } from '../../html/state.js'
import { tokenTarget } from '../addresses.js'
import type { Paste } from './inlines.js'

type Heading = 'h2' | 'h3' | 'h4'

export const heading =
  <Name extends Heading>(name: Name): Paste<Name> =>
  (node, state) => {
    const { children } = node as ArticleElement<Heading>
    const Tag: Heading = name
    return [<Tag>{htmlOf(children, state)}</Tag>]
  }

export const p: Paste<'p'> = (node, state) => [<p>{htmlOf(node.children, state)}</p>]
export const hr: Paste<'hr'> = () => [<hr />]

/** Quotations of every kind, which editors know one of. */
export const blockquote: Paste<'blockquote' | 'pullquote'> = (node, state) => [
  <blockquote>{htmlOf(node.children, state)}</blockquote>,
]

export const attribution: Paste<'attribution'> = (node, state) => [
  <p>
    {'— '}
    {htmlOf(node.children, state)}
  </p>,
]

export const verse: Paste<'verse'> = (node, state) => [
  <blockquote>{htmlOf(node.children, state)}</blockquote>,
]

/** Plain: colours are styles, which editors drop. */
export const pre: Paste<'pre'> = node => [
  <pre>
    <code>{node.children.map(wordsOf).join('\n')}</code>
  </pre>,
]

export const part: Paste<'line' | 'token'> = (node, state) => htmlOf(node.children, state)

export const figure: Paste<'figure'> = (node, state) => {
  const captions = node.children.filter(isCaption)
  const content = node.children.filter(child => !isCaption(child))
  const words = captions.flatMap((child, index) => [
    ...(index > 0 ? [{ type: 'text' as const, value: ' ' }] : []),
    ...htmlOf(child.children, state),
  ])
  const caption = words.length > 0 ? [<figcaption>{words}</figcaption>] : []
  const [only] = content
  if (content.length === 1 && only?.tagName === 'picture') {
    const image = pictureOf(only, state)
    return [image.tagName === 'img' || image.tagName === 'a' ? <figure>{[image, ...caption]}</figure> : image]
  }
  return [...htmlOf(content, state), ...(words.length > 0 ? [<p>{words}</p>] : [])]
}

const isCaption = (child: {
  readonly tagName: string
}): child is ArticleElement<'figcaption'> | ArticleElement<'credit'> =>
  child.tagName === 'figcaption' || child.tagName === 'credit'

/** Its figure places it. */
export const caption: Paste<'figcaption' | 'credit'> = (node, state) => [
  <p>{htmlOf(node.children, state)}</p>,
]

export const picture: Paste<'picture'> = (node, state) => {
  const image = pictureOf(node, state)
  return [image.tagName === 'p' ? image : <figure>{image}</figure>]
}

function pictureOf({ properties }: ArticleElement<'picture'>, { rendering, article }: HtmlState) {
  const { src, alt, href } = properties
  const asset = rendering.assets.image(article, src)
  if (!asset) return <p>{`[${rendering.words.image}: ${alt || src}]`}</p>
  const image = <img src={rendering.links.image(asset)} alt={alt} />
  return href && !leadsWithin(href) ? <a href={href}>{image}</a> : image
}

/** A quotation with its label in bold. */
export const callout: Paste<'callout'> = (node, state) => {
  const label = node.children.find(child => child.tagName === 'label')
  const words = label ? htmlOf(label.children, state) : [state.rendering.words.callouts[node.properties.kind]]
  return [
    <blockquote>
      <p>
        <strong>{words}</strong>
      </p>
      {htmlOf(
        node.children.filter(child => child !== label),
        state,
      )}
    </blockquote>,
  ]
}

/** Open, under its summary in bold. */
export const details: Paste<'details'> = (node, state) => htmlOf(node.children, state)

export const label: Paste<'label' | 'summary'> = (node, state) => [
  <p>
    <strong>{htmlOf(node.children, state)}</strong>
  </p>,
]

export const button: Paste<'button'> = (node, state) => {
  const href = tokenTarget(node.properties) ?? node.properties.href
  const words = htmlOf(node.children, state)
  return [<p>{leadsWithin(href) ? words : <a href={href}>{words}</a>}</p>]
}

/** An address by itself in a paragraph, which many editors make a card of again. */
export const embed: Paste<'embed'> = node => {
  const { url, title, description, provider } = node.properties
  return [
    ...(title || description
      ? [<p>{[title, description, provider ?? hostOf(url)].filter(Boolean).join(' · ')}</p>]
      : []),
    <p>
      <a href={url}>{url}</a>
    </p>,
  ]
}

/** A picture, where it was drawn. */
export const equation: Paste<'equation'> = ({ properties: { tex } }, { rendering }) => {
  const asset = rendering.assets.formula(tex, true)
  const shown: ElementContent = asset ? (
    <figure>
      <img src={rendering.links.image(asset)} alt={tex} />
    </figure>
  ) : (
    <pre>
      <code>{tex}</code>
    </pre>
  )
  return [shown]
}

/** Numbered by hand: editors keep no way from a call to its note. */
export const notes: Paste<'notes'> = (node, state) => [
  <hr />,
  <h3>{state.rendering.words.notes}</h3>,
  ...htmlOf(node.children, state),
]

export const note: Paste<'note'> = (node, state) => {
  const [first, ...rest] = htmlOf(node.children, state)
  const number = { type: 'text' as const, value: `[${node.properties.number}] ` }
  if (first?.type !== 'element' || first.tagName !== 'p')
    return [<p>{number}</p>, ...(first ? [first] : []), ...rest]
  return [{ ...first, children: [number, ...first.children] }, ...rest]
}
