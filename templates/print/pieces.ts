import type { ArticleNode } from '../../pipeline/article.js'
import { mathmlEms } from '../formula-width.js'
import type { Tokens } from '../tokens.js'
import { addressIn, addressParts, codeParts } from './break-points.js'
import { formulaParts } from './formula-parts.js'
import { measureOf } from './scale.js'
import { textEms } from './text-width.js'

/** What does not break in a line, one after another, in ems. @param ems how wide a piece of text that is no code is */
export function piecesOf(nodes: readonly ArticleNode[], ems: (text: string) => number = textEms): number[] {
  const pieces: number[] = []
  // Words that are partly bold are one word.
  let goesOn = false
  const add = (parts: readonly string[], emsOf: (text: string) => number) => {
    for (const [index, part] of parts.entries()) {
      if (index === 0 && goesOn && !/^\s/.test(part)) pieces.push((pieces.pop() ?? 0) + emsOf(part))
      else pieces.push(emsOf(part))
    }
    if (parts.length > 0) goesOn = /[^\s\u00AD\u200B]$/.test(parts.at(-1) ?? '')
  }
  const visit = (node: ArticleNode, isCode: boolean): void => {
    if (node.type === 'text') {
      add(isCode ? codeParts(node.value) : wordsIn(node.value), isCode ? monoEms : ems)
    } else if (node.tagName === 'math') {
      pieces.push(...formulaParts(node).map(mathmlEms))
      goesOn = false
    } else if (node.tagName === 'img' || node.tagName === 'noteref') add(['x'], () => 1)
    else {
      for (const child of node.children as readonly ArticleNode[])
        visit(child, isCode || node.tagName === 'code' || node.tagName === 'kbd')
      // A number in brackets, or an address, which breaks.
      if (node.tagName === 'a') add(['x'], () => 1.5)
    }
  }
  for (const node of nodes) visit(node, false)
  return pieces
}

/** A letter of code, which is set smaller than the words around it. */
const monoEms = (code: string): number => code.length * 0.6 * 0.86

const wordsIn = (text: string): string[] =>
  text
    .split(addressIn)
    .flatMap((piece, index) =>
      index % 2 === 1
        ? addressParts(piece)
        : piece.split(/(?<=\s)(?=\S)|[\u00AD\u200B]|(?<=\p{L}[-\u2010])(?=\p{L})/u),
    )

/** So much of a line is torn open when what does not break goes to the next. */
const torn = 0.3
/** What is divided by hyphens, where words are. */
const word = /^\P{L}*[\p{L}\p{M}’'-]+\P{L}*$/u

/** Whether a text has something in it that does not break and is so long that a justified line before it would be torn. */
export const tearsLines = (nodes: readonly ArticleNode[], paper: Tokens['paper']): boolean => {
  const ems = (text: string) => (paper.hyphens && word.test(text) ? 0 : textEms(text))
  return Math.max(0, ...piecesOf(nodes, ems)) * paper.body > torn * measureOf(paper)
}
