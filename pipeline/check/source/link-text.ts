import type { AnyElement, ArticleElement, ArticleRoot } from '../../article.js'
import { walk, wordsOf } from '../../walk.js'
import { ofLanguage, plainWords } from './plain-words.js'
import { shown } from './shown.js'
import type { ArticleRule } from './source-rule.js'

/** Signs of an address as a link's words up to which it is read as one reads a name. */
const longestAddress = 80

/**
 * Words that say nothing by themselves. Those of Lighthouse's audit `link-text` that can mean nothing else ("go" is a
 * game, "start" the name of a button), and their like.
 */
const empty: Readonly<Record<string, readonly string[]>> = {
  en: [
    ...['click here', 'click this', 'click', 'tap here', 'press here', 'here', 'right here', 'over here'],
    ...[
      'link',
      'this link',
      'the link',
      'follow this link',
      'this',
      'this page',
      'this site',
      'this article',
    ],
    ...['more', 'read more', 'see more', 'learn more', 'find out more', 'more info', 'more information'],
    ...['read on', 'continue reading', 'keep reading', 'read this', 'see here', 'read it here'],
  ],
  de: [
    ...['hier', 'hier klicken', 'klicke hier', 'klick hier', 'klicken sie hier', 'link', 'dieser link'],
    ...['mehr', 'mehr lesen', 'weiterlesen', 'weiter lesen', 'mehr erfahren', 'mehr informationen'],
    ...['mehr dazu', 'siehe hier', 'dies', 'diese seite'],
  ],
  fr: [
    ...['ici', 'cliquez ici', 'cliquer ici', 'clique ici', 'lien', 'ce lien', 'le lien', 'cette page'],
    ...['plus', 'en savoir plus', 'lire plus', 'lire la suite', 'la suite', 'plus d’infos', "plus d'infos"],
  ],
  es: [
    ...['aquí', 'aqui', 'haz clic aquí', 'haga clic aquí', 'clic aquí', 'pincha aquí', 'pulsa aquí'],
    ...['enlace', 'este enlace', 'esta página', 'más', 'leer más', 'ver más', 'saber más'],
    ...['más información', 'seguir leyendo'],
  ],
  ar: ['هنا', 'انقر هنا', 'اضغط هنا', 'إضغط هنا', 'الرابط', 'هذا الرابط', 'رابط', 'المزيد', 'اقرأ المزيد'],
}

/**
 * A link's words say where it leads, read by themselves: a screen reader lists links without the sentence around them
 * (WCAG 2.2, 2.4.4 asks it of the words with their sentence, 2.4.9 of the words alone).
 *
 * @see https://www.w3.org/WAI/WCAG22/Understanding/link-purpose-link-only.html
 * @see https://developer.chrome.com/docs/lighthouse/seo/link-text
 */
export const linkText: ArticleRule = ({ tree, meta }, report) => {
  const known = ofLanguage(empty, meta.lang) ?? []
  for (const { node, isInNote } of linksOf(tree)) {
    const words = wordsOf(node).trim()
    if (known.includes(plainWords(words))) {
      report(
        'link-text',
        `Unexpected link with the words \`${shown(words)}\`, expected words that say where it leads: many hear links without the sentence around them`,
        node.position,
      )
    } else if (!isInNote && /^https?:\/\/\S+$/i.test(words) && words.length > longestAddress) {
      report(
        'link-text',
        `Unexpected address of ${words.length} characters as the words of a link, expected words that say where it leads: it is read out sign by sign`,
        node.position,
      )
    }
  }
}

/** Whether a link's words say nothing, of which `linkText` tells. */
export const isEmptyLinkText = (words: string, lang: string): boolean =>
  ofLanguage(empty, lang)?.includes(plainWords(words)) ?? false

/** A link of an article's text, and whether it stands in a note, where sources give their addresses in full. */
export interface TextLink {
  readonly node: ArticleElement<'a'> | ArticleElement<'button'>
  readonly isInNote: boolean
}

/** The links of the text that have words, in their order. */
export function linksOf(tree: ArticleRoot): readonly TextLink[] {
  const links: TextLink[] = []
  const gather = (parent: ArticleRoot | AnyElement, isInNote: boolean) =>
    walk(parent, node => {
      if (node.tagName === 'a' || node.tagName === 'button') links.push({ node, isInNote })
    })
  for (const block of tree.children) {
    if (block.tagName === 'button') links.push({ node: block, isInNote: false })
    gather(block, block.tagName === 'notes')
  }
  return links
}
