import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { lean } from './lean.js'

/** An MJML element as MJML's compiler takes it: JSON, of which it escapes nothing. */
export interface MjmlJson {
  readonly tagName: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children?: readonly MjmlJson[]
  readonly content?: string
}

type Compiler = (input: MjmlJson, options: object) => Promise<{ html: string; errors: readonly unknown[] }>

let loaded: Compiler | undefined

const require = createRequire(import.meta.url)

/**
 * MJML's HTML of a tree, lean and with its white space collapsed: the shell holds no words of the article, so none of
 * it means anything.
 *
 * @throws an Error with `errors`, a list of messages, for a tree that is no valid MJML
 */
export async function compileMjml(tree: MjmlJson): Promise<string> {
  loaded ??= load()
  // Without `fonts` MJML links to Google Fonts for each family it knows by name.
  const { html } = await loaded(tree, { validationLevel: 'strict', fonts: {}, keepComments: false })
  const collapsed = html
    .replace(/\s+/g, ' ')
    .replace(/> | (?=[<>])/g, match => match.trim())
    .replaceAll(' class=""', '')
    .trim()
  return `${lean(collapsed)}\n`
}

/**
 * Loads MJML, late: from its package it costs a third of a second and 95 MB, and a sixth of that from the bundle
 * (scripts/bundle/mjml-in-one.mjs), which knows it by the `require` here.
 *
 * When it is loaded, mjml-core 5.4 reads `.mjmlconfig` from the working folder and requires the packages named there: a
 * folder of articles could run code. `MJML_BROWSER` in the environment turns the requiring off; a working folder without
 * such a file keeps it from being read at all. Both are put back before anything else can run: loading is synchronous.
 */
function load(): Compiler {
  const here = dirname(fileURLToPath(import.meta.url))
  const { cwd } = process
  const before = process.env.MJML_BROWSER
  try {
    process.env.MJML_BROWSER = '1'
    process.cwd = () => here
    return require('mjml')
  } finally {
    process.cwd = cwd
    if (before === undefined) delete process.env.MJML_BROWSER
    else process.env.MJML_BROWSER = before
  }
}
