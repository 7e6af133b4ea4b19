import { Command, CommanderError, InvalidArgumentError } from 'commander'
import { version } from '../version.js'
import type { BuildOptions } from './build.js'
import { type ExitCode, exit, Stopped, UsageError } from './exit.js'
import { defineSending } from './sending-commands.js'
import type { CommonOptions, Process, Session } from './session.js'

/** Runs `trifold` with arguments, and says how it went. Never throws: what goes wrong is told to the person. */
export async function run(argv: readonly string[], process: Process): Promise<ExitCode> {
  let code: ExitCode = exit.done
  const command =
    <Options extends CommonOptions>(
      work: (args: readonly string[], options: Options, session: Session) => Promise<ExitCode>,
    ) =>
    async (...given: unknown[]) => {
      // Commander hands over the arguments, the options and itself.
      const self = given.at(-1) as Command
      const options = self.optsWithGlobals<Options>()
      // Help needs none of what a session does.
      const { startSession } = await import('./session.js')
      code = await work(self.args, options, startSession(process, options))
    }
  const program = define(command, process)
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    return complain(error, process, argv.includes('--json'))
  }
}

/** Makes of a command's work what Commander calls. */
export type Wrap = <Options extends CommonOptions>(
  work: (args: readonly string[], options: Options, session: Session) => Promise<ExitCode>,
) => (...given: unknown[]) => Promise<void>

function define(command: Wrap, { stdout, stderr }: Process): Command {
  const program = new Command('trifold')
    .description('Write an article once; fold it into an HTML email, a PDF, an EPUB and a web page.')
    .version(version(), '-V, --version')
    .configureOutput({ writeOut: text => stdout.write(text), writeErr: text => stderr.write(text) })
    .exitOverride()
    .showHelpAfterError('Run `trifold --help` for the commands.')
    .addHelpText('after', '\nExit codes: 0 done, 1 the content fell short, 2 wrong use or environment.\n')

  spoken(program.command('new'))
    .description('make a publication: a config, a first article, ready to build')
    .argument('<dir>', 'the folder: one that is not there yet, or an empty one')
    .option('--name <name>', 'the name of the publication (default: made of the folder’s)')
    .option('--publisher <name>', 'who publishes it')
    .option('--address <address>', 'the postal address for the foot of the email')
    .option('--language <code>', 'the language it is written in (default: en)')
    .option('--url <url>', 'where the web edition will be')
    .option('-y, --yes', 'ask nothing, take the defaults')
    .action(
      command(async (args, options, session) =>
        (await import('./new.js')).newCommand(args, options, session),
      ),
    )

  common(program.command('build'))
    .description('build issues into email, PDF, EPUB and web page')
    .argument(
      '[path...]',
      'articles or folders; `-` reads standard input; none builds the whole content folder',
    )
    .option('-f, --format <list>', 'formats, with commas between: email,pdf,epub,web')
    .option('-o, --output <dir>', 'where to write (default: dist/)')
    .option('--strict', 'warnings are errors')
    .option('--force', 'build what is up to date as well')
    .option('-j, --jobs <number>', 'threads that build (default: one for each core but one)')
    .option('--verify', 'build everything twice, and compare the bytes')
    .option(
      '--shard <which>',
      'build a part of the issues, 2/4 the second of four; `trifold merge` joins them',
    )
    .option('--sarif <file>', 'what was found as SARIF, for code hosts')
    .option('-w, --watch', 'go on, and build again what changes')
    .option('--poll', 'with --watch: look for changes, where a disk tells of none')
    .action(
      command<BuildOptions>(async (args, options, session) => {
        const { nothingToBuild } = await import('./earlier-run.js')
        return (
          (await nothingToBuild(args, options, session)) ??
          (await import('./build.js')).build(args, options, session)
        )
      }),
    )

  common(program.command('merge'))
    .description('make of the output folders of all shards what one build writes')
    .argument('<dir...>', 'the folders that `trifold build --shard` wrote into, all of them, in any order')
    .option('-o, --output <dir>', 'where to write (default: dist/)')
    .action(
      command(async (args, options, session) => (await import('./merge.js')).merge(args, options, session)),
    )

  common(program.command('import'))
    .description('bring a text, a page, a Word document or an export in, as Markdown')
    .argument(
      '<file...>',
      'files: .txt, .html, .docx; exports of Ghost (.json), Substack (.zip), WordPress (.xml); `-` reads standard input',
    )
    .option('-o, --output <place>', 'the file or folder to write (default: standard output for one article)')
    .option(
      '--quotes <which>',
      'which unmarked quotations of a plain text are taken for some: safe or likely',
      'safe',
    )
    .option('--force', 'write over what is there')
    .action(
      command(async (args, options, session) =>
        (await import('./import.js')).importCommand(args, options, session),
      ),
    )

  common(program.command('check'))
    .description('make every format and check it all, deeply; nothing is written')
    .argument(
      '[path...]',
      'articles or folders; `-` reads standard input; none checks the whole content folder',
    )
    .option('--links', 'ask other hosts whether links lead somewhere')
    .option('--strict', 'warnings are errors')
    .option('--sarif <file>', 'what was found as SARIF, for code hosts')
    .option('--report <file>', 'what was found as a page, with pictures of every format')
    .action(
      command(async (args, options, session) => (await import('./check.js')).check(args, options, session)),
    )

  common(program.command('preview'))
    .description('a page on this machine that shows every format and follows what you save')
    .option('--port <number>', 'the port of the page (default: 4280)')
    .option('--poll', 'look for changes, where a disk tells of none')
    .action(command(async (_, options, session) => (await import('./preview.js')).preview(options, session)))

  common(program.command('doctor'))
    .description('say what is there and what is missing, with the command that mends it')
    .option(
      '--sending',
      'look at what sending needs: the sender, the mail server, and the names of its domain',
    )
    .action(
      command<CommonOptions & { readonly sending?: boolean }>(async (_, options, session) =>
        options.sending
          ? (await import('./doctor-sending.js')).doctorSending(options, session, {
              verify: (await import('./sending/verify-transport.js')).verifyTransport(session),
            })
          : (await import('./doctor.js')).doctor(options, session),
      ),
    )

  const browser = program.command('browser').description('the browser that prints the PDF')
  common(browser.command('install'))
    .description('get a browser: a download, or the system’s package')
    .action(
      command(async (_, options, session) => (await import('./browser.js')).installCommand(options, session)),
    )
  defineSending(program, command, common)
  return program
}

const common = (command: Command): Command =>
  spoken(
    command
      .option('-c, --config <file>', 'the publication’s config (default: the nearest trifold.yaml)')
      .option('--browser <path>', 'the browser that prints')
      .option('--no-sandbox', 'run the browser without its sandbox'),
  )

/** What every command takes: how much is said, and to whom. */
const spoken = (command: Command): Command =>
  command
    .option('-q, --quiet', 'errors only')
    .option('-v, --verbose', 'what was decided too')
    .option('--json', 'messages as JSON lines on standard output')
    .showHelpAfterError(`Run \`${calledAs(command)} --help\` for what it takes.`)
    .exitOverride()

/** `trifold send status` */
const calledAs = (command: Command): string =>
  command.parent ? `${calledAs(command.parent)} ${command.name()}` : command.name()

async function complain(error: unknown, process: Process, json: boolean): Promise<ExitCode> {
  const { stderr, signal } = process
  if (signal.aborted || error instanceof Stopped) {
    stderr.write('\nStopped.\n')
    return exit.stopped
  }
  if (error instanceof InvalidArgumentError) return exit.use
  if (error instanceof CommanderError) {
    // Help and version come as errors of code 0; for the others Commander has said what is wrong.
    return error.exitCode === 0 ? exit.done : exit.use
  }
  if (error instanceof UsageError) {
    stderr.write(`${error.message}\n`)
    return exit.use
  }
  const { ConfigError } = await import('../config/config.js')
  if (error instanceof ConfigError) {
    const { terminal } = await import('./terminal.js')
    error.messages.forEach(terminal({ ...process, json }).message)
    return exit.use
  }
  const reason = error instanceof Error ? error.message : String(error)
  stderr.write(
    `Trifold stopped at something it did not expect: ${reason}\nPlease report it, with the article if you can share it.\n`,
  )
  return exit.use
}
