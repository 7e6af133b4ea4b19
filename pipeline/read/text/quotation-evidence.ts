import type { Block } from './block.js'
import {
  attributesWithin,
  endsInVerb,
  hasEditorialBrackets,
  inFirstPerson,
  leadsToList,
  namesText,
  reportsSpeech,
} from './lexicon/speech.js'
import { countWords, endsInColon, endsSentence, lastSentence } from './measures.js'

/** Why a paragraph may be a quotation, and how far that goes. */
export interface Evidence {
  /** Whether a sentence before it names a text, of which there is often more than a paragraph. */
  readonly isOfText?: true
  readonly weight: 'safe' | 'likely' | 'doubtful'
  readonly reason: string
}

/** What the text's own voice is like. */
export interface Narrator {
  /** Listens to a block that is the text's own. */
  hear(block: Block): void
  /** Whether it has not spoken in the first person so far, with enough to tell, and seldom does at all. */
  isQuiet(): boolean
  /** The marks it sets quotations in, where it does so often enough to tell. */
  readonly marks: 'double' | 'single' | undefined
  /** How far the text is set in. */
  readonly indent: number
}

/** Paragraphs it takes to know a narrator by. */
const enough = 3
const isHeard = ({ kind, words }: Block) => kind === 'paragraph' && words >= 8

/** A narrator of whom nothing was heard yet, though how the text as a whole speaks is known. */
export function narratorOf(blocks: readonly Block[]): Narrator {
  const own = blocks.filter(isHeard)
  const spoke = own.filter(({ text }) => inFirstPerson(text)).length
  const isThirdPerson = spoke < Math.max(2, own.length * 0.35)
  const marksIn = (pattern: RegExp) =>
    blocks.reduce((sum, { text }) => sum + (text.match(pattern)?.length ?? 0), 0)
  const double = marksIn(/“/g)
  const single = marksIn(/(?:^|[\s(])‘/g)
  const indents = blocks.map(({ lines }) => lines[0].indent).sort((a, b) => a - b)
  let count = 0
  let hasSpoken = false
  return {
    hear(block) {
      if (!isHeard(block)) return
      count++
      hasSpoken ||= inFirstPerson(block.text)
    },
    isQuiet: () => !hasSpoken && count >= enough && isThirdPerson,
    marks:
      double >= 3 && double > single * 2
        ? 'double'
        : single >= 3 && single > double * 2
          ? 'single'
          : undefined,
    indent: indents[Math.floor(indents.length / 2)] ?? 0,
  }
}

/** Whether a block names whom the sentence before the quotation was about, as a narrator does. */
export const namesAnew = (block: Block, lead: Block | undefined): boolean =>
  lead !== undefined && speakersIn(lastSentence(lead.text)).some(name => block.text.includes(name))

/** Names within a sentence, by their capital letters. */
const speakersIn = (sentence: string): string[] =>
  [...sentence.matchAll(/(?<!^)(?<![.!?]\s)(?<![\p{L}])\p{Lu}[\p{L}’'-]{2,40}/gu)].map(([name]) =>
    name.replace(/[’']s$/u, ''),
  )

/** Whether the quotation marks within are those that a text's own marks have inside them. */
export const singleMarks = (text: string, marks: Narrator['marks']): boolean =>
  marks === 'double'
    ? /(?:^|[\s(])‘[^’]{2,80}’/u.test(text) && !text.includes('“')
    : marks === 'single' && text.includes('“') && !/(?:^|\s)‘/u.test(text)

/**
 * What speaks for a paragraph being somebody else's words. A colon after a reporting verb is not enough by itself: as
 * often as not the narrator goes on.
 */
export function weigh(block: Block, lead: Block, narrator: Narrator): Evidence | undefined {
  const { text } = block
  if (!endsSentence(text) || attributesWithin(text) || isWhollyMarked(text)) return undefined
  const last = lastSentence(lead.text)
  const isFirstPerson = inFirstPerson(text) && narrator.isQuiet()
  const isBracketed = hasEditorialBrackets(text)
  if (endsInColon(lead.text)) {
    if (!reportsSpeech(last) || leadsToList(last)) return undefined
    const verb = 'a colon after a verb of speech'
    if (isBracketed) return { weight: 'safe', reason: `${verb}, and an editor’s brackets` }
    if (isFirstPerson)
      return { weight: 'safe', reason: `${verb}, and the first person in a text that has none` }
    if (block.lines[0].indent >= narrator.indent + 2 && block.lines.length > 1)
      return { weight: 'safe', reason: `${verb}, and it is set in` }
    return endsInVerb(last)
      ? { weight: 'likely', reason: verb }
      : { weight: 'doubtful', reason: `${verb}, though not right before it` }
  }
  if (!namesText(lead.text) || countWords(lead.text) < 8 || !endsSentence(lead.text)) return undefined
  if (/[“"„«]/u.test(lead.text)) return undefined
  const isOfText = true
  const named = 'the sentence before names a text or speech'
  if (singleMarks(text, narrator.marks))
    return {
      isOfText,
      weight: 'likely',
      reason: `${named}, and its marks are those of a quotation within one`,
    }
  if (isFirstPerson || isBracketed) return { weight: 'likely', reason: `${named}, and it is another’s voice` }
  return { weight: 'doubtful', reason: named }
}

/** Its own marks say that it is one: the paragraph stays as it is written. */
const isWhollyMarked = (text: string): boolean => /^["“„«「『]/u.test(text)
