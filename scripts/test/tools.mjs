// @ts-check
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import process, { env, platform } from 'node:process'

/** Programs that some tests put the outputs through, with Debian's package for each. */
const tools = [
  {
    name: 'Java',
    commands: ['java'],
    package: 'default-jre-headless',
    use: 'put the EPUBs through EPUBCheck',
  },
  {
    name: 'poppler',
    commands: ['pdfinfo', 'pdftotext'],
    package: 'poppler-utils',
    use: 'read the PDFs back',
  },
  {
    name: 'calibre',
    commands: ['calibre-debug'],
    package: 'calibre',
    use: 'convert the EPUBs for Kindle and Kobo',
    proofOnly: true,
  },
  {
    name: 'Dovecot',
    commands: ['dovecot'],
    package: 'dovecot-imapd',
    use: 'read bounces from a mailbox',
    proofOnly: true,
  },
  {
    name: 'Postfix',
    commands: ['postfix'],
    package: 'postfix',
    use: 'send by a mail server that people have',
    proofOnly: true,
    // Without a configuration its package starts no server.
    answers: 'postfix postfix/main_mailer_type select No configuration',
  },
]

/**
 * The programs that a run asks for: what only the slow proofs ask for is got for them alone.
 *
 * @param {readonly string[]} args vitest's
 */
export function toolsFor(args) {
  const proof = args.some(arg => arg.endsWith('vitest.proof.config.ts'))
  return tools.filter(tool => proof || !tool.proofOnly)
}

/**
 * Looks for the programs; on Debian as root installs what is missing, else says which tests are skipped.
 *
 * @param {readonly string[]} args vitest's
 */
export function getTools(args) {
  const wanted = toolsFor(args)
  let missing = missingOf(wanted)
  if (missing.length > 0 && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const packages = missing.map(tool => tool.package)
    const answers = missing.flatMap(tool => tool.answers ?? [])
    console.log(`Installing ${packages.join(', ')} (apt-get)`)
    if (answers.length > 0) spawnSync('debconf-set-selections', { input: `${answers.join('\n')}\n` })
    apt(['update'])
    apt(['install', '-y', '--no-install-recommends', ...packages])
    missing = missingOf(wanted)
  }
  for (const tool of missing) {
    console.error(
      `${tool.name} was not found: the tests that ${tool.use} are skipped (Debian: ${tool.package}).`,
    )
  }
}

/** @param {ReturnType<typeof toolsFor>} wanted */
function missingOf(wanted) {
  return wanted.filter(tool => !tool.commands.every(command => onPath(command, env, platform, existsSync)))
}

/**
 * Whether a command is in a folder of PATH.
 *
 * @param {string} command
 * @param {Record<string, string | undefined>} variables
 * @param {string} system as `process.platform` names it
 * @param {(path: string) => boolean} exists
 */
export function onPath(command, variables, system, exists) {
  const file = system === 'win32' ? `${command}.exe` : command
  return (variables.PATH ?? '')
    .split(delimiter)
    .filter(folder => folder !== '')
    .some(folder => exists(join(folder, file)))
}

/** @param {string[]} args */
function apt(args) {
  const { status, stdout, stderr } = spawnSync('apt-get', ['-o', 'Acquire::http::Timeout=20', ...args], {
    encoding: 'utf8',
    env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (status !== 0) console.error(`${stdout}${stderr}`.trimEnd())
}
