import type { ArticleElement } from '../../article.js'
import { elementsNamed, wordsOf } from '../../walk.js'
import { ofLanguage, plainWords } from './plain-words.js'
import { shown } from './shown.js'
import type { ArticleRule } from './source-rule.js'

/**
 * Characters of an alternative text above which it should be a paragraph: a listener cannot stop in it, nor go back. What
 * a diagram shows has room in 400; the advice of 125 that is often given is from how JAWS once read.
 */
const longest = 400

/** Openings that say what a screen reader has said already. A drawing, a map or a portrait says something. */
const openings: Readonly<Record<string, RegExp>> = {
  en: /^(?:an? |the )?(?:image|picture|photo|pic|graphic) (?:of|showing|that shows)\b/i,
  de: /^(?:ein |das )?(?:Bild|Foto) (?:von|vom|mit|eines|einer|des|der)\s/i,
  fr: /^(?:une |l['’])?(?:image|photo) (?:d['’]une?|du|de la|de l['’]|des|montrant|représentant)(?:\s|$|(?<=['’]))/i,
  es: /^(?:una |la )?(?:imagen|foto) (?:de una?|del|de las?|de los|que muestra)\s/i,
  ar: /^صورة (?:ل|تظهر|توضح)/,
}

/**
 * How an alternative text is worded: it does not open with "image of", does not repeat the caption, which is read out
 * right after it, and is no longer than what is listened to at once.
 *
 * @see https://www.w3.org/WAI/tutorials/images/tips/
 */
export const imageAltWording: ArticleRule = ({ tree, meta }, report) => {
  const captions = captionsOf(tree)
  for (const image of elementsNamed(tree, 'img', 'picture')) {
    const { alt } = image.properties
    const tell = (what: string) => report('image-alt-wording', what, image.position)
    const [opening] = ofLanguage(openings, meta.lang)?.exec(alt.trim()) ?? []
    if (opening)
      tell(
        `Unexpected \`${shown(opening)}\` at the beginning of an alternative text, expected what is to be seen: that it is a picture is said already`,
      )
    const length = [...alt].length
    if (length > longest)
      tell(
        `Unexpected alternative text of ${length} characters, expected at most ${longest}; say the rest in the text or the caption, where it can be read at leisure`,
      )
    const caption = captions.get(image)
    if (caption !== undefined && plainWords(alt) === plainWords(caption))
      tell(
        `Unexpected alternative text that says what the caption says, \`${shown(alt)}\`; expected what is to be seen: both are read out`,
      )
  }
}

/** Captions by their pictures: of figures with one picture, for several share theirs. */
function captionsOf(tree: Parameters<typeof elementsNamed>[0]): ReadonlyMap<object, string> {
  return new Map(
    elementsNamed(tree, 'figure').flatMap(figure => {
      const pictures: ArticleElement<'img' | 'picture'>[] = elementsNamed(figure, 'img', 'picture')
      const caption = elementsNamed(figure, 'figcaption').map(wordsOf).join(' ')
      const [only, ...more] = pictures
      return only && more.length === 0 && caption.trim() !== '' ? [[only, caption] as const] : []
    }),
  )
}
