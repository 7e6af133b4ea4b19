import type { Element } from 'hast'

/** caniemail's feature of an element, by tag name. */
const byElement: Readonly<Record<string, string>> = {
  abbr: 'html-abbr',
  acronym: 'html-acronym',
  address: 'html-address',
  audio: 'html-audio',
  base: 'html-base',
  bdi: 'html-bdi',
  blockquote: 'html-blockquote',
  body: 'html-body',
  code: 'html-code',
  del: 'html-del',
  dfn: 'html-dfn',
  dialog: 'html-dialog',
  div: 'html-div',
  form: 'html-form',
  hr: 'html-hr',
  img: 'html-img',
  link: 'html-link',
  marquee: 'html-marquee',
  meter: 'html-meter',
  object: 'html-object',
  p: 'html-p',
  picture: 'html-picture',
  pre: 'html-pre',
  progress: 'html-progress',
  rp: 'html-rp',
  rt: 'html-rt',
  ruby: 'html-ruby',
  select: 'html-select',
  small: 'html-small',
  span: 'html-span',
  strike: 'html-strike',
  strong: 'html-strong',
  style: 'html-style',
  svg: 'html-svg',
  table: 'html-table',
  textarea: 'html-textarea',
  video: 'html-video',
  wbr: 'html-wbr',
  ...all('html-h1-h6', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'),
  ...all('html-lists', 'ul', 'ol', 'dl'),
  ...all('html-image-maps', 'map', 'area'),
  ...all('html-semantics', 'article', 'aside', 'details', 'figcaption', 'figure', 'footer', 'header'),
  ...all('html-semantics', 'main', 'mark', 'nav', 'section', 'summary', 'time'),
}

/** The feature of an attribute, by its name in hast. */
const byAttribute: Readonly<Record<string, string>> = {
  align: 'html-align',
  ariaDescribedBy: 'html-aria-describedby',
  ariaHidden: 'html-aria-hidden',
  ariaLabel: 'html-aria-label',
  ariaLabelledBy: 'html-aria-labelledby',
  ariaLive: 'html-aria-live',
  background: 'html-background',
  cellPadding: 'html-cellpadding',
  cellSpacing: 'html-cellspacing',
  dir: 'html-dir',
  height: 'html-height',
  hidden: 'html-hidden',
  lang: 'html-lang',
  loading: 'html-loading-attribute',
  popover: 'html-popover',
  required: 'html-required',
  role: 'html-role',
  sizes: 'html-srcset',
  srcSet: 'html-srcset',
  target: 'html-target',
  useMap: 'html-image-maps',
  vAlign: 'html-valign',
  width: 'html-width',
}

/** What an attribute's value is a feature of: element, attribute, pattern, feature. */
const byValue: readonly (readonly [element: string, attribute: string, value: RegExp, feature: string])[] = [
  ['a', 'href', /^#/, 'html-anchor-links'],
  ['a', 'href', /^mailto:/i, 'html-mailto-links'],
  ['meta', 'name', /^color-scheme$/, 'html-meta-color-scheme'],
  ...['reset', 'submit'].map(type => ['button', 'type', RegExp(`^${type}$`), `html-button-${type}`] as const),
  ...['checkbox', 'hidden', 'radio', 'reset', 'submit', 'text'].map(
    type => ['input', 'type', RegExp(`^${type}$`), `html-input-${type}`] as const,
  ),
  ['img', 'src', /^data:/i, 'image-base64'],
  ...['apng', 'avif', 'bmp', 'gif', 'hdr', 'ico', 'mp4', 'png', 'svg', 'webp'].map(
    kind => ['img', 'src', RegExp(`\\.${kind}$`, 'i'), `image-${kind}`] as const,
  ),
  ['img', 'src', /\.jpe?g$/i, 'image-jpg'],
  ['img', 'src', /\.tiff?$/i, 'image-tiff'],
  ['img', 'src', /\.hei[cf]$/i, 'image-heif'],
]

/** Features of HTML that an element uses. */
export function htmlFeatures({ tagName, properties }: Element): string[] {
  const attributes = Object.entries(properties).flatMap(([name, value]) =>
    value !== undefined && value !== null && value !== false && Object.hasOwn(byAttribute, name)
      ? (byAttribute[name] ?? [])
      : [],
  )
  const values = byValue.flatMap(([element, attribute, pattern, feature]) =>
    element === tagName && pattern.test(String(properties[attribute] ?? '')) ? feature : [],
  )
  const own = Object.hasOwn(byElement, tagName) ? byElement[tagName] : undefined
  return [...(own ? [own] : []), ...attributes, ...values]
}

/** Every feature that `htmlFeatures` can tell. */
export const knownHtmlFeatures: ReadonlySet<string> = new Set([
  ...Object.values(byElement),
  ...Object.values(byAttribute),
  ...byValue.map(([, , , feature]) => feature),
])

function all(feature: string, ...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map(name => [name, feature]))
}
