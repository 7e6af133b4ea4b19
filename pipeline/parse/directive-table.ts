import type { Element, ElementContent } from 'hast'
import type { Directives } from 'mdast-util-directive'

/** What a directive's maker is handed: its attributes, its label, and its content as hast. */
export interface DirectiveParts {
  readonly attributes: Readonly<Record<string, string>>
  /** The text in square brackets. */
  readonly label: ElementContent[]
  /** The blocks of a `:::` directive. */
  readonly content: ElementContent[]
}

interface DirectiveRow {
  /** The forms it may take: `:name[..]`, `::name`, `:::name`. */
  readonly forms: readonly Directives['type'][]
  /** Attributes without which it cannot be what it says. */
  readonly needs?: readonly string[]
  /** HTML that the adoption table knows (transform/adopt). */
  make(parts: DirectiveParts): Element
}

const element = (
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
})

const inline = (tagName: string, ...attributes: string[]): DirectiveRow => ({
  forms: ['textDirective'],
  make: ({ attributes: given, label }) => element(tagName, pick(given, attributes), label),
})

const callout = (kind?: string): DirectiveRow => ({
  forms: ['containerDirective'],
  make({ attributes, label, content }) {
    const title =
      label.length > 0 ? label : attributes.title ? [{ type: 'text' as const, value: attributes.title }] : []
    const head = title.length > 0 ? [element('tf-label', {}, title)] : []
    return element('tf-callout', { kind: kind ?? attributes.kind ?? attributes.type ?? 'note' }, [
      ...head,
      ...content,
    ])
  },
})

/** Directives by name. */
export type DirectiveTable = Readonly<Record<string, DirectiveRow>>

/** A directive of the table, or undefined for a name that is none. */
export const directiveNamed = (name: string, table: DirectiveTable): DirectiveRow | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined

/** Directives by name. Any other comes back as it was written: a time of day, `18:00`, is none. */
export const directiveTable: DirectiveTable = {
  callout: callout(),
  note: callout('note'),
  tip: callout('tip'),
  important: callout('important'),
  warning: callout('warning'),
  caution: callout('caution'),
  pullquote: { forms: ['containerDirective'], make: ({ content }) => element('tf-pullquote', {}, content) },
  verse: { forms: ['containerDirective'], make: ({ content }) => element('tf-verse', {}, content) },
  details: {
    forms: ['containerDirective'],
    make: ({ attributes, label, content }) =>
      element('details', attributes.open === undefined ? {} : { open: true }, [
        element('summary', {}, label.length > 0 ? label : [{ type: 'text', value: attributes.title ?? '…' }]),
        ...content,
      ]),
  },
  figure: {
    forms: ['containerDirective'],
    make: ({ attributes, content }) =>
      element('figure', { ...pick(attributes, ['id']), ...rightsOf(attributes) }, [
        ...content.map((node, index) => asCaption(node, content, index)),
        ...(attributes.credit
          ? [element('tf-credit', {}, [{ type: 'text', value: attributes.credit }])]
          : []),
      ]),
  },
  table: {
    forms: ['containerDirective'],
    make({ content, label }) {
      const blocks = content.filter(node => node.type === 'element')
      const table = blocks.find(node => node.tagName === 'table')
      if (!table) return element('div', {}, content)
      const paragraph = blocks[0]?.tagName === 'p' ? blocks[0] : undefined
      const caption = label.length > 0 ? label : paragraph?.children
      const rest = blocks.filter(node => node !== table && (label.length > 0 || node !== paragraph))
      const captioned = caption
        ? { ...table, children: [element('caption', {}, caption), ...table.children] }
        : table
      return rest.length > 0 ? element('div', {}, [captioned, ...rest]) : captioned
    },
  },
  lang: {
    forms: ['textDirective', 'containerDirective'],
    needs: ['lang'],
    make: ({ attributes, label, content }) =>
      element(content.length > 0 ? 'div' : 'span', pick(attributes, ['lang', 'dir']), [...label, ...content]),
  },
  button: {
    forms: ['textDirective', 'leafDirective'],
    needs: ['href'],
    make: ({ attributes, label }) => element('tf-button', pick(attributes, ['href']), label),
  },
  embed: {
    forms: ['leafDirective'],
    needs: ['url'],
    make: ({ attributes, label }) =>
      element('tf-embed', pick(attributes, ['url', 'title', 'description', 'image', 'provider']), label),
  },
  mark: inline('mark'),
  kbd: inline('kbd'),
  abbr: inline('abbr', 'title'),
  sub: inline('sub'),
  sup: inline('sup'),
  ins: inline('ins'),
  del: inline('del'),
  cite: inline('cite'),
  q: inline('q', 'cite'),
  bdi: inline('bdi', 'dir', 'lang'),
  bdo: inline('bdo', 'dir'),
  ruby: {
    forms: ['textDirective'],
    needs: ['rt'],
    make: ({ attributes, label }) =>
      element('ruby', pick(attributes, ['lang']), [
        ...label,
        element('rp', {}, [{ type: 'text', value: '(' }]),
        element('rt', {}, [{ type: 'text', value: attributes.rt ?? '' }]),
        element('rp', {}, [{ type: 'text', value: ')' }]),
      ]),
  },
}

/** Our table, and a row for each element that was added to the vocabulary: `:::name{...}` and `::name[..]{...}`. */
export function directivesWith(added: Iterable<string>): DirectiveTable {
  const rows = [...added].map((name): [string, DirectiveRow] => [
    name,
    {
      forms: ['containerDirective', 'leafDirective'],
      make: ({ attributes, label, content }) => element(name, { ...attributes }, [...label, ...content]),
    },
  ])
  return { ...directiveTable, ...Object.fromEntries(rows) }
}

const rightsOf = ({ rights }: Readonly<Record<string, string>>) => (rights ? { dataRights: rights } : {})

function pick(given: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap(name => (given[name] === undefined ? [] : [[name, given[name]]])))
}

/** In a `:::figure`, the paragraph after the picture is its caption; other blocks stay. */
function asCaption(node: ElementContent, all: readonly ElementContent[], index: number): ElementContent {
  if (node.type !== 'element' || node.tagName !== 'p') return node
  if (
    node.children.some(
      child => child.type === 'element' && (child.tagName === 'img' || child.tagName === 'a'),
    )
  ) {
    const text = node.children.some(child => child.type === 'text' && child.value.trim() !== '')
    if (!text) return node
  }
  const before = all.slice(0, index).some(other => other.type === 'element')
  return before ? { ...node, tagName: 'figcaption' } : node
}
