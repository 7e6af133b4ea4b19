import type { Child } from './jsx-runtime.js'

type Optional<T> = { [Key in keyof T]?: T[Key] | undefined }

/** Attributes every HTML element takes, by their hast names; the `epub:` ones are EPUB's (EPUB 3.3, 4.3.3). */
type Global = Optional<{
  children: Child
  id: string
  className: string | readonly string[]
  style: string
  title: string
  lang: string
  xmlLang: string
  dir: 'ltr' | 'rtl' | 'auto'
  role: string
  hidden: boolean
  tabIndex: number
  ariaLabel: string
  ariaLabelledBy: string
  ariaDescribedBy: string
  ariaHidden: 'true'
  'epub:type': string
  dataSource: string
  /** The id whose page is to stand in the element; filled in by the PDF's binder. */
  dataPageOf: string
  /** The id of what the element says nothing beside, on one page with it; left empty there by the PDF's binder. */
  dataUnlessBeside: string
}>

type With<T> = Global & Optional<T>
type Cell = With<{
  align: 'left' | 'right' | 'center'
  vAlign: 'top' | 'middle' | 'bottom'
  bgColor: string
  width: string | number
  colSpan: number
  rowSpan: number
  scope: 'row' | 'col' | 'rowgroup' | 'colgroup'
}>

/** The HTML in use: an element that is not here does not compile in a template. */
export interface HtmlElements {
  html: With<{ 'xmlns:epub': string }>
  head: Global
  title: Global
  meta: With<{
    charSet: string
    name: string
    content: string
    property: string
    httpEquiv: string
    media: string
  }>
  link: With<{ rel: string; href: string; type: string; hrefLang: string; title: string }>
  style: With<{ media: string }>
  /** Data for machines. What runs is a program of ours, on the preview's page alone. */
  script: With<{ type: 'application/ld+json' | 'module'; src: string }>
  body: Global
  main: Global
  header: Global
  footer: Global
  nav: Global
  article: Global
  section: Global
  aside: Global
  div: Global
  h1: Global
  h2: Global
  h3: Global
  h4: Global
  p: Global
  blockquote: With<{ cite: string }>
  ul: Global
  ol: With<{ start: number; reversed: boolean; type: string }>
  li: With<{ value: number }>
  dl: Global
  dt: Global
  dd: Global
  table: With<{
    align: 'left' | 'right' | 'center'
    width: string | number
    cellPadding: number
    cellSpacing: number
    border: number
  }>
  caption: Global
  colgroup: Global
  col: With<{ span: number }>
  thead: Global
  tbody: Global
  tfoot: Global
  tr: With<{ vAlign: 'top' | 'middle' | 'bottom' }>
  th: Cell
  td: Cell
  pre: Global
  figure: Global
  figcaption: Global
  hr: Global
  form: With<{ method: 'post'; action: string }>
  label: With<{ htmlFor: string }>
  input: With<{
    name: string
    type: 'email' | 'text'
    value: string
    required: boolean
    maxLength: number
    autoComplete: 'email' | 'name'
    ariaInvalid: 'true'
  }>
  button: With<{ type: 'submit' }>
  details: With<{ open: boolean }>
  summary: Global
  address: Global
  em: Global
  strong: Global
  b: Global
  i: Global
  small: Global
  del: Global
  s: Global
  ins: Global
  mark: Global
  code: Global
  kbd: Global
  sub: Global
  sup: Global
  abbr: Global
  cite: Global
  q: With<{ cite: string }>
  a: With<{
    href: string
    name: string
    rel: string
    hrefLang: string
    type: string
    download: boolean | string
  }>
  img: With<{
    src: string
    alt: string
    width: number
    height: number
    loading: 'lazy'
    referrerPolicy: 'no-referrer-when-downgrade'
  }>
  br: Global
  wbr: Global
  svg: With<{ viewBox: string; shapeRendering: 'crispEdges' }>
  path: With<{ d: string }>
  ruby: Global
  rt: Global
  rp: Global
  bdi: Global
  bdo: Global
  span: Global
  time: With<{ dateTime: string }>
  math: With<{ xmlns: string; display: 'block' | 'inline'; alttext: string }>
}
