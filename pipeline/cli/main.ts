#!/usr/bin/env node
import { version } from '../version.js'
import { cacheFolder } from '../world/cache-folder.js'
import { keepCompiled } from './keep-compiled.js'
import { outliveReader } from './reader-gone.js'

const args = process.argv.slice(2)
const [first, ...others] = args

// Scripts ask for it again and again: it is said before anything that builds is loaded.
if (others.length === 0 && (first === '--version' || first === '-V')) {
  outliveReader(process.stdout)
  process.stdout.write(`${version()}\n`)
} else {
  keepCompiled(cacheFolder(process.env))
  const { start } = await import('./start.js')
  await start(args)
}
