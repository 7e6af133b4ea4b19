// @ts-check
/**
 * Folds the compiled modules in build/ and the packages they import, a thousand small files, into a few in
 * build/bundle/: Node opens and links them one by one, which took longer than building an article does.
 *
 * All ways in are made at once and share their parts, so that there is one copy of each module whichever way a program
 * or a config comes. Flat: what finds its neighbours by its own address finds them there too.
 */
import { readdirSync } from 'node:fs'
import { rolldown } from 'rolldown'
import { browsersLater } from './bundle/browsers-later.mjs'
import { cssReadAlone } from './bundle/css-read-alone.mjs'
import { mjmlInOne } from './bundle/mjml-in-one.mjs'
import { offline } from './bundle/offline.mjs'
import { bundlePage } from './bundle/page.mjs'

const faces = readdirSync('build/pipeline/face').filter(name => name.endsWith('.js'))

const bundle = await rolldown({
  input: {
    trifold: 'build/pipeline/cli/main.js',
    index: 'build/pipeline/index.js',
    ...Object.fromEntries(faces.map(name => [name.slice(0, -3), `build/pipeline/face/${name}`])),
    'html-jsx-runtime': 'build/templates/jsx/html/jsx-runtime.js',
    'mjml-jsx-runtime': 'build/templates/jsx/mjml/jsx-runtime.js',
    define: 'build/pipeline/config/define.js',
    'chrome-worker': 'build/pipeline/browser/chrome-worker.js',
    'issue-worker': 'build/pipeline/threads/worker.js',
  },
  platform: 'node',
  // Native, or read files beside their own, or are one file already.
  external: [
    /^(?:sharp|jiti|piscina|axe-core|html-validate|libxml2-wasm|@mozilla\/readability|defuddle|linkedom|mathml-to-latex)(?:\/|$)/,
    // The same, but no build depends on them.
    /^(?:libsql|imapflow)(?:\/|$)/,
  ],
  // Of these a part, since whole they would take a build longer to load than to use.
  plugins: [mjmlInOne, offline, cssReadAlone, browsersLater],
  // hastscript has an empty directive, which nothing reads.
  checks: { moduleLevelDirective: false },
})
await bundle.write({
  dir: 'build/bundle',
  cleanDir: true,
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: 'part-[name]-[hash].js',
})
await bundle.close()
await bundlePage('build/pipeline/preview/page', 'build/bundle/preview')
