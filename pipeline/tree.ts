import type { Data, Position } from 'unist'
import type { AttributeKind, directions, VocabularyRow, vocabulary } from './vocabulary.js'

type Table = typeof vocabulary

/**
 * The elements as types, derived from the table. An interface, so that a publication can add one of its own:
 * `declare module 'trifold' { interface Vocabulary { chord: ElementRow<...> } }`; each format then asks for its handler.
 */
export interface Vocabulary extends Table {}

/** A row for an added element, as a type: where it stands, what it holds, the attributes it has. */
export interface ElementRow<
  Is extends VocabularyRow['is'],
  Holds extends string,
  Needs extends Readonly<Record<string, AttributeKind>> = Record<never, never>,
> {
  readonly is: Is
  readonly holds: readonly Holds[]
  readonly needs: Needs
  readonly takes: Record<never, never>
  readonly lost: Record<never, never>
  readonly fixture: string
}

/** The name of an element of the article tree; its `tagName`. */
export type ElementName = keyof Vocabulary & string

type ValueOf<K> = K extends 'integer'
  ? number
  : K extends 'integers'
    ? number[]
    : K extends 'strings'
      ? string[]
      : K extends 'boolean'
        ? boolean
        : K extends readonly (infer Word)[]
          ? Word
          : string

/** Attributes that any element may carry. */
export type GlobalAttributes = { id?: string; lang?: string; dir?: (typeof directions)[number] }

/** The attributes of one element. */
export type Attributes<Name extends ElementName> = GlobalAttributes & {
  -readonly [Key in keyof Vocabulary[Name]['needs']]: ValueOf<Vocabulary[Name]['needs'][Key]>
} & { -readonly [Key in keyof Vocabulary[Name]['takes']]?: ValueOf<Vocabulary[Name]['takes'][Key]> }

type NamesThatAre<Is extends string> = {
  [Name in ElementName]: Vocabulary[Name]['is'] extends Is ? Name : never
}[ElementName]

/** Text of the article tree. Newlines in running text have become spaces. */
export interface ArticleText {
  type: 'text'
  value: string
  position: Position
  data?: Data
}

/** MathML under `math` and `equation`: presentation elements only, as temml makes them or as was imported. */
export interface MathmlElement {
  type: 'element'
  tagName: string
  properties: Record<string, string>
  children: (MathmlElement | ArticleText)[]
  position: Position
  data?: Data
}

type ChildOf<Held> = Held extends 'block'
  ? ElementOf<NamesThatAre<'block'>>
  : Held extends 'inline'
    ? ElementOf<NamesThatAre<'inline'>> | ArticleText
    : Held extends 'text'
      ? ArticleText
      : Held extends 'mathml'
        ? MathmlElement
        : Held extends ElementName
          ? ElementOf<Held>
          : never

/** The node of one element. It is a hast element, so every hast utility reads it. */
export interface ArticleElement<Name extends ElementName> {
  type: 'element'
  tagName: Name
  properties: Attributes<Name>
  children: ChildOf<Vocabulary[Name]['holds'][number]>[]
  position: Position
  data?: Data
}

type ElementOf<Name extends ElementName> = { [N in Name]: ArticleElement<N> }[Name]

/** Any element of the article tree, told apart by `tagName`. */
export type AnyElement = ElementOf<ElementName>
/** An element that stands between blocks. */
export type BlockElement = ElementOf<NamesThatAre<'block'>>
/** An element or text inside a line. */
export type InlineNode = ElementOf<NamesThatAre<'inline'>> | ArticleText
/** Any node below the root. */
export type ArticleNode = AnyElement | ArticleText

/** The article tree: what every format is rendered from. Frozen once the transforms are done. */
export interface ArticleRoot {
  type: 'root'
  children: BlockElement[]
  position: Position
  data?: Data
}
