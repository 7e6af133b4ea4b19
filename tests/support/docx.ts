import { strToU8, zipSync } from 'fflate'

const xmlns = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
].join(' ')

/** A paragraph in a style of Word's, with its text. */
export const paragraph = (text: string, style = 'Normal'): string =>
  `<w:p><w:pPr><w:pStyle w:val="${idOf(style)}"/></w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

const idOf = (style: string) => style.replaceAll(' ', '')

/** What a Word document is made of besides its text. */
export interface DocxParts {
  /** Names of the styles that its paragraphs have. */
  readonly styles?: readonly string[]
  /** The texts of its footnotes, from number 1. */
  readonly notes?: readonly string[]
  /** docProps/core.xml, the elements in it. */
  readonly core?: string
  /** More files by their names. */
  readonly files?: Readonly<Record<string, Uint8Array>>
}

/** A Word document of WordprocessingML (ECMA-376, part 1): the smallest that Word opens. @param body the blocks of its text */
export function docx(
  body: string,
  { styles = ['Normal'], notes = [], core = '', files = {} }: DocxParts = {},
): Uint8Array {
  const part = (xml: string) => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${xml}`)
  const types = [
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>',
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>',
  ].join('')
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const package_ = 'http://schemas.openxmlformats.org/package/2006'
  return zipSync({
    '[Content_Types].xml': part(`<Types xmlns="${package_}/content-types">${types}</Types>`),
    '_rels/.rels': part(
      `<Relationships xmlns="${package_}/relationships"><Relationship Id="d" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/_rels/document.xml.rels': part(
      `<Relationships xmlns="${package_}/relationships"><Relationship Id="s" Type="${office}/styles" Target="styles.xml"/><Relationship Id="f" Type="${office}/footnotes" Target="footnotes.xml"/></Relationships>`,
    ),
    'word/document.xml': part(`<w:document ${xmlns}><w:body>${body}</w:body></w:document>`),
    'word/styles.xml': part(
      `<w:styles ${xmlns}>${styles.map(name => `<w:style w:type="paragraph" w:styleId="${idOf(name)}"><w:name w:val="${name}"/></w:style>`).join('')}</w:styles>`,
    ),
    'word/footnotes.xml': part(
      `<w:footnotes ${xmlns}>${notes.map((text, index) => `<w:footnote w:id="${index + 1}">${paragraph(text)}</w:footnote>`).join('')}</w:footnotes>`,
    ),
    ...(core
      ? {
          'docProps/core.xml': part(
            `<cp:coreProperties xmlns:cp="${package_}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${core}</cp:coreProperties>`,
          ),
        }
      : {}),
    ...files,
  })
}

/** The call of a footnote, in a paragraph after its text. */
export const noteCall = (number: number): string => `<w:r><w:footnoteReference w:id="${number}"/></w:r>`
