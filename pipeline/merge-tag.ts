/** A place that is filled for each reader, as Liquid writes it: `{{ name | default: "friend" }}`. */
export interface TagName {
  readonly name: string
  /** What stands there for a reader without a value, and in formats that know no reader. */
  readonly default?: string | undefined
}

/** Names that are tags in every publication: a list has these two addresses whatever else it knows of its readers. */
export const builtInTags: ReadonlySet<string> = new Set(['unsubscribe_url', 'view_url'])

/** A tag in a text, with its name and its default in one of three kinds of quotes; a backslash before it makes it text. */
export const mergeTagPattern =
  /(?<!\\)\{\{[ \t]*([\p{L}_][\p{L}\p{N}_.-]*)[ \t]*(?:\|[ \t]*default:[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|“([^”\n]*)”))?[ \t]*\}\}/gu

/** A tag's source, read. Undefined for any other text. */
export function readMergeTag(source: string): TagName | undefined {
  const [match] = source.matchAll(mergeTagPattern)
  if (match?.[0] !== source) return undefined
  const [, name = '', double, single, curly] = match
  const fallback = double ?? single ?? curly
  return { name, ...(fallback === undefined ? {} : { default: fallback }) }
}

/** A tag as text: what `readMergeTag` reads. A default is set in quotes that it does not hold. */
export function mergeTagSource({ name, default: fallback }: TagName): string {
  if (fallback === undefined) return `{{ ${name} }}`
  const quotes = (['""', "''", '“”'] as const).find(([, close = '']) => !fallback.includes(close)) ?? '""'
  const held = quotes === '""' ? fallback.replaceAll('"', "'") : fallback
  return `{{ ${name} | default: ${quotes[0]}${held}${quotes[1]} }}`
}
