import { findBrowser } from '../browser/find.js'
import { nodeBrowserHost } from '../browser/host.js'
import { browserVersion } from '../browser/launch.js'
import { runCommand } from '../browser/run.js'
import { waysToGetOne } from '../browser/ways.js'
import { ConfigError } from '../config/config.js'
import { loadConfig } from '../config/load.js'
import type { Finding } from '../finding.js'
import { version } from '../version.js'
import { BrowserUnavailable } from '../world.js'
import type { ExitCode } from './exit.js'
import type { CommonOptions, Session } from './session.js'
import { tellFindings } from './tell-findings.js'

/** `trifold doctor`: what is there, what is missing, and how to get it. */
export async function doctor(options: CommonOptions, session: Session): Promise<ExitCode> {
  const findings: Finding[] = [
    { name: 'trifold', state: 'good', says: version() },
    nodeVersion(),
    await publication(options, session),
    await images(),
    await browser(options, session),
    await java(session),
  ]
  return tellFindings(findings, options, session)
}

/** The oldest Node that every part runs on. */
const oldest = [20, 19] as const

function nodeVersion(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const good = major > oldest[0] || (major === oldest[0] && minor >= oldest[1])
  const says = `Node ${process.versions.node}`
  return good
    ? { name: 'node', state: 'good', says }
    : {
        name: 'node',
        state: 'missing',
        says: `${says}, expected 20.19 or later`,
        mend: 'install a newer Node.js',
      }
}

async function publication(options: CommonOptions, session: Session): Promise<Finding> {
  const name = 'publication'
  try {
    const { config } = await loadConfig(session.configWorld(options), {
      file: options.config,
      folder: session.cwd,
    })
    if (!config.file) {
      return {
        name,
        state: 'optional',
        says: 'none here: articles are built with our own defaults',
        mend: 'trifold new my-letter',
      }
    }
    const lacks = config.publication.address ? [] : ['address']
    const says = `${config.publication.name} (${config.file})`
    return lacks.length === 0
      ? { name, state: 'good', says }
      : {
          name,
          state: 'optional',
          says: `${says}, without a postal address`,
          mend: 'add `address` to it: law asks for one in every mailing',
        }
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return {
      name,
      state: 'missing',
      says: error.messages.map(message => `${message.name}: ${message.reason}`).join('; '),
      mend: 'correct the config',
    }
  }
}

async function images(): Promise<Finding> {
  try {
    const { default: sharp } = await import('sharp')
    return {
      name: 'images',
      state: 'good',
      says: `sharp ${sharp.versions.sharp}, libvips ${sharp.versions.vips}`,
    }
  } catch {
    return {
      name: 'images',
      state: 'missing',
      says: 'sharp does not load: articles with pictures cannot be built',
      mend: 'npm install sharp',
    }
  }
}

async function browser(options: CommonOptions, session: Session): Promise<Finding> {
  const name = 'browser'
  const world = session.world(options, await configOrDefault(options, session))
  try {
    const found = await findBrowser({ ...nodeBrowserHost(), path: options.browser })
    const says = await browserVersion(await world.browser())
    return { name, state: 'good', says: found.found ? `${says} (${found.path})` : says }
  } catch (error) {
    if (!(error instanceof BrowserUnavailable)) throw error
    const [first] = waysToGetOne(process.platform)
    return {
      name,
      state: 'missing',
      says: `${error.message.split('\n')[0]} Email, EPUB and web pages are built without one; the PDF is not.`,
      mend: first ?? 'trifold browser install',
    }
  } finally {
    await world.close()
  }
}

async function configOrDefault(options: CommonOptions, session: Session) {
  const { defaultConfig } = await import('../config/resolve.js')
  try {
    return (await loadConfig(session.configWorld(options), { file: options.config, folder: session.cwd }))
      .config
  } catch {
    // Told under `publication`; the browser is looked for all the same.
    return defaultConfig(session.cwd)
  }
}

async function java({ signal }: Session): Promise<Finding> {
  const name = 'java'
  const { code, output } = await runCommand('java', ['-version'], signal)
  return code === 0
    ? { name, state: 'good', says: output.split('\n')[0] ?? 'Java' }
    : {
        name,
        state: 'optional',
        says: 'not there: EPUBs are checked in process, without EPUBCheck’s own schemas',
      }
}
