import { dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { ruleFault } from '../check/ignores.js'
import type { Report } from '../messages.js'
import { closestWord } from '../parse/closest-word.js'
import { defined } from '../parse/defined.js'
import { settledDirection } from '../parse/direction-controls.js'
import { eachText } from '../parse/each-text.js'
import { byPlace, Places } from '../parse/places.js'
import { checkValues, kindOf, pathName } from '../parse/value-faults.js'
import type { Config } from './config.js'
import { defaults } from './defaults.js'
import { keysAt } from './keys.js'
import { sendingOf } from './resolve-sending.js'
import { type ConfigValues, configFileSchema, configSchema } from './schema.js'
import { changedTokens, onPaper } from './theme.js'
import { type TokenChanges, withTokens } from './token-changes.js'

/**
 * Checks a config and fills in the defaults. Keys at fault are reported and left at their defaults.
 *
 * @param raw what the file holds: a map of keys, or nothing
 * @param file its absolute path; folders are seen from there
 * @param places where the keys of `raw` stand in the file, where that is known
 */
export function resolveConfig(raw: unknown, file: string, report: Report, places = new Places()): Config {
  const inCode = !/\.(?:ya?ml|json)$/i.test(file)
  const schema = inCode ? configSchema : configFileSchema
  const { data, faults } = checkValues(schema, mapOf(raw, report))
  const findings: Parameters<Report>[] = []
  const gather: Report = (...finding) => {
    findings.push(finding)
  }
  for (const fault of faults) {
    const place = (key?: string) => places.at(raw, key === undefined ? fault.path : [...fault.path, key])
    for (const key of fault.unknown) {
      if (pathName(fault.path) === 'check.rules')
        gather('config-value', unknownRule(fault.path, key), place(key)?.key)
      else gather('config-key', unknownKey(fault.path, key, keysAt(schema, fault.path)), place(key)?.key)
    }
    if (fault.unknown.length === 0) {
      gather('config-value', `${pathName(fault.path)}: ${fault.reason}.`, place()?.value)
    }
  }
  eachText(textsIn(mapOf(raw, () => undefined)), (text, path) => {
    if (settledDirection(text) === text) return
    const reason = `${pathName(path)}: characters that turn the direction of what follows were ended there or left out.`
    gather('direction-control', reason, places.at(raw, path)?.value)
  })
  const config = { ...configOf(data, dirname(file)), file }
  const { root, contentDir, outputDir } = config
  if (holds(outputDir, contentDir) || holds(outputDir, root)) {
    const written = `output: expected a folder of its own, found ${data.output ?? defaults.output}, which holds the articles`
    report(
      'config-value',
      `${written}; what is built would be written among them.`,
      places.at(raw, ['output'])?.value,
    )
  }
  for (const finding of findings.sort(([, , a], [, , b]) => byPlace(a, b))) report(...finding)
  return config
}

/** The config outside a publication: our defaults, seen from the folder. @param tokens in place of the theme's own */
export const defaultConfig = (folder: string, tokens: TokenChanges = {}): Config =>
  configOf(
    checkValues(
      configSchema,
      mapOf(withTokens({}, tokens), () => undefined),
    ).data,
    folder,
  )

/** What a person has written; what a program brings is not looked into. */
function textsIn({ templates: _, sending, ...texts }: Readonly<Record<string, unknown>>): object {
  if (!isMap(sending)) return texts
  const ofSending = Object.entries(sending).filter(([key]) => key !== 'transport')
  return { ...texts, sending: Object.fromEntries(ofSending) }
}

function mapOf(raw: unknown, report: Report): Record<string, unknown> {
  if (typeof raw === 'object' && raw !== null && !Array.isArray(raw)) return filled(raw)
  if (raw !== null && raw !== undefined)
    report('config-value', `Expected keys with values, found ${kindOf(raw)}.`)
  return {}
}

/**
 * Keys whose own keys may be empty: a merge tag without a default, a colour whose unquoted # began a comment, and those of
 * an object that a program brings, which stays the one it is.
 */
const mayHoldNothing = new Set(['mergeTags', 'theme', 'transport'])

/** A key without a value is as if it were not there. */
function filled(map: object): Record<string, unknown> {
  const entries = Object.entries(map).filter(([, value]) => value !== null)
  return Object.fromEntries(
    entries.map(([key, value]) => [key, isMap(value) && !mayHoldNothing.has(key) ? filled(value) : value]),
  )
}

const isMap = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function unknownKey(path: readonly PropertyKey[], key: string, keys: readonly string[]): string {
  const meant = closestWord(key, keys)
  const hint = meant ? `did you mean ${pathName([...path, meant])}?` : `expected one of ${keys.join(', ')}.`
  return `${pathName([...path, key])}: unknown key; ${hint}`
}

/** What is given for a rule that is none, or that nobody may change, is a value at fault: the keys are ids. */
function unknownRule(path: readonly PropertyKey[], id: string): string {
  const fault = ruleFault(id) ?? ''
  return `${pathName([...path, id])}: ${fault}${fault.endsWith('?') ? '' : '.'}`
}

function configOf(values: ConfigValues, root: string): Config {
  const { email = {}, pdf = {}, epub = {}, theme = {} } = values
  const { browser, size, columns, sides, ...print } = pdf
  const tokens = onPaper(changedTokens(defaults.tokens, theme), theme, { size, columns, sides })
  return {
    root,
    publication: {
      name: values.name ?? defaults.name,
      lang: values.lang ?? defaults.lang,
      ...defined({
        publisher: values.publisher,
        description: values.description,
        editor: values.editor,
        url: values.url,
        address: values.address,
        logo: values.logo?.src ? defined(values.logo) : undefined,
      }),
      // Each reader's own, where Trifold sends and the config says nothing else.
      email: defined({
        ...email,
        subscribe: email.subscribe ?? (values.sending?.url ? `${values.sending.url}/subscribe` : undefined),
        unsubscribe: email.unsubscribe ?? (values.sending?.url ? '{{ unsubscribe_url }}' : undefined),
        countsLinks: (values.sending?.countLinks ?? defaults.sending.countLinks) || undefined,
      }),
      ...(Object.keys(print).length > 0 ? { pdf: defined(print) } : {}),
      ...(Object.keys(epub).length > 0 ? { epub: defined(epub) } : {}),
      tokens,
    },
    formats: values.formats ?? defaults.formats,
    contentDir: resolve(root, values.content ?? defaults.content),
    outputDir: resolve(root, values.output ?? defaults.output),
    sending: sendingOf(values.sending ?? {}, root),
    mergeTags: mergeTagsOf(values.mergeTags ?? []),
    ...remoteImagesOf(values.images, root),
    math: { singleDollar: values.math?.singleDollar ?? defaults.singleDollar },
    ...defined({
      browser: browser && /[/\\]/.test(browser) ? resolve(root, browser) : browser,
      sandbox: values.sandbox,
      templates: values.templates,
      transporter: values.sending && 'transport' in values.sending ? values.sending.transport : undefined,
      severities: values.check?.rules && defined(values.check.rules),
    }),
  }
}

function remoteImagesOf(images: ConfigValues['images'], root: string): Pick<Config, 'remoteImages'> {
  const { remote, private: allowsPrivate = false } = images ?? {}
  if (!remote || (Array.isArray(remote) && remote.length === 0)) return {}
  const hosts = remote === true ? 'all' : remote
  return { remoteImages: { hosts, private: allowsPrivate, cache: join(root, '.trifold', 'images') } }
}

function mergeTagsOf(written: NonNullable<ConfigValues['mergeTags']>): Map<string, string | undefined> {
  const tags = new Map<string, string | undefined>()
  for (const item of Array.isArray(written) ? written : [written]) {
    if (typeof item === 'string') tags.set(item, undefined)
    else
      for (const [name, value] of Object.entries(item))
        tags.set(name, value === null ? undefined : String(value))
  }
  return tags
}

const holds = (folder: string, inner: string): boolean => {
  const way = relative(folder, inner)
  return !(/^\.\.(?:[/\\]|$)/.test(way) || isAbsolute(way))
}
