import type { ArticleElement, Attributes } from '../article.js'

type Card = Partial<Attributes<'embed'>>
type Left = ArticleElement<'p'> | ArticleElement<'picture'>

/** What stays of a card that leads nowhere: its picture, its title or address, and what it says of itself. */
export function cardWords(
  { title, url, description, image }: Card,
  position: ArticleElement<'embed'>['position'],
): Left[] {
  const paragraphs = [title ?? url, description].flatMap((value): Left[] =>
    value
      ? [
          {
            type: 'element',
            tagName: 'p',
            properties: {},
            children: [{ type: 'text', value, position }],
            position,
          },
        ]
      : [],
  )
  if (!image) return paragraphs
  const properties = { src: image, alt: title ?? '' }
  return [{ type: 'element', tagName: 'picture', properties, children: [], position }, ...paragraphs]
}
