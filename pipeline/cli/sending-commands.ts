import type { Command } from 'commander'
import type { Wrap } from './program.js'

/** Gathers what a flag is given again and again. */
const gather = (value: string, before: readonly string[] | undefined): readonly string[] => [
  ...(before ?? []),
  value,
]

/** Defines `trifold readers` and `trifold send`. @param common gives a command the flags that all have */
export function defineSending(program: Command, command: Wrap, common: (command: Command) => Command): void {
  defineReaders(program, command, common)
  defineSend(program, command, common)
}

function defineReaders(program: Command, command: Wrap, common: (command: Command) => Command): void {
  const readers = program
    .command('readers')
    .description('the list of readers')
    .showHelpAfterError('Run `trifold readers --help` for the commands.')

  common(readers.command('import'))
    .description('put readers on the list: from CSV, also as other services export them')
    .argument('<file...>', 'CSV files; `-` reads standard input')
    .option('--state <state>', 'of readers whose row does not say: active or pending', 'active')
    .option('--source <words>', 'where they asked for it (default: the name of the file)')
    .option('--tag <tag>', 'a tag for each of them; may be given again', gather)
    .option('--update', 'change names, tags and attributes of readers on the list too')
    .option('--dry-run', 'write nothing: say what would become of each column and row')
    .action(
      command(async (args, options, session) =>
        (await import('./readers/import.js')).importCommand(args, options, session),
      ),
    )
  common(readers.command('export'))
    .description('write the list as CSV')
    .option('-o, --output <file>', 'the file to write (default: standard output)')
    .option('--state <state>', 'those in a state; may be given again', gather)
    .option('--segment <segment>', "those of a segment: 'tag:members and lang:de'")
    .action(
      command(async (_, options, session) =>
        (await import('./readers/export.js')).exportCommand(options, session),
      ),
    )
  common(readers.command('list'))
    .description('list readers')
    .option('--state <state>', 'those in a state: pending, active, unsubscribed, bounced, complained', gather)
    .option('--segment <segment>', "those of a segment: 'tag:members and lang:de'")
    .action(
      command(async (_, options, session) =>
        (await import('./readers/list.js')).listReaders(options, session),
      ),
    )
  common(readers.command('stats'))
    .description('count readers by state')
    .action(
      command(async (_, options, session) =>
        (await import('./readers/list.js')).readerStats(options, session),
      ),
    )
  common(readers.command('add'))
    .description('add somebody who has asked you for it')
    .argument('<address>', 'their email address')
    .option('--name <name>', 'their name')
    .option('--tag <tag>', 'a tag; may be given again', gather)
    .option(
      '--attribute <name=value>',
      'what a merge tag of that name is filled with; may be given again',
      gather,
    )
    .option('--source <words>', 'where they asked for it (default: added by hand)')
    .action(
      command(async (args, options, session) =>
        (await import('./readers/change.js')).addReader(args, options, session),
      ),
    )
  common(readers.command('remove'))
    .description('unsubscribe readers: they stay on the list, and are sent nothing')
    .argument('<address...>', 'their email addresses')
    .action(
      command(async (args, options, session) =>
        (await import('./readers/change.js')).removeReaders(args, options, session),
      ),
    )
  common(readers.command('erase'))
    .description('forget readers, all but a hash by which no import brings them back')
    .argument('<address...>', 'their email addresses')
    .action(
      command(async (args, options, session) =>
        (await import('./readers/change.js')).eraseReaders(args, options, session),
      ),
    )
  common(readers.command('serve'))
    .description(
      'answer readers: subscribing, leaving, preferences; send launches when they are due; read bounces',
    )
    .option('--port <number>', 'the port to listen at (default: 8025)')
    .option('--bind <address>', 'the network address to listen at (default: 127.0.0.1)')
    .option('--proxies <number>', 'how many servers of your own stand in front (default: 0)')
    .action(
      command(async (_, options, session) =>
        (await import('./readers/serve.js')).serveReaders(options, session),
      ),
    )
  common(readers.command('bounces'))
    .description('read the mailbox of what came back, once')
    .action(
      command(async (_, options, session) =>
        (await import('./readers/serve.js')).readBounces(options, session),
      ),
    )
}

function defineSend(program: Command, command: Wrap, common: (command: Command) => Command): void {
  const sending = (command: Command) =>
    common(command).option(
      '--host <url>',
      'where the list and the ledger are: the address of the server there; TRIFOLD_HOST_TOKEN is its token',
    )
  const send = sending(program.command('send'))
    .description('say who would be sent an issue and what is wrong; send a test; launch what was confirmed')
    .argument('<issue>', 'an issue that was built: its slug, or its path')
    .option('--test <address>', 'send it to this address alone; may be given again', gather)
    .option('--confirm <digest>', 'launch the build of this digest, which the dry run names')
    .option('--at <time>', 'with --confirm: not before, "2026-12-01 08:00" by the clock of this machine')
    .option('--segment <segment>', "to a part of the readers: 'tag:members and lang:de'")
    .option('--correction', 'to those who were sent the issue, once more: this build corrects it')
    .option('--untested', 'with --confirm: though no test of this build was sent')
    .option('--all', 'list all who would get it')
    .action(
      command(async (args, options, session) =>
        (await import('./sending/send.js')).send(args, options, session),
      ),
    )

  const launches = () => import('./sending/launches.js')
  sending(send.command('status'))
    .description('say how far launches are, and whom they failed for')
    .argument('[issue]', 'an issue, or the number of a launch')
    .action(command(async (args, options, session) => (await launches()).sendStatus(args, options, session)))
  sending(send.command('pause'))
    .description('pause a launch, wherever it is sent from')
    .argument('<issue>', 'an issue, or the number of a launch')
    .action(
      command(async (args, options, session) =>
        (await launches()).setLaunch('paused')(args, options, session),
      ),
    )
  sending(send.command('resume'))
    .description('go on with a launch that was paused or whose process was ended')
    .argument('<issue>', 'an issue, or the number of a launch')
    .action(
      command(async (args, options, session) => (await launches()).resumeLaunch(args, options, session)),
    )
  sending(send.command('cancel'))
    .description('send nothing more of a launch')
    .argument('<issue>', 'an issue, or the number of a launch')
    .action(
      command(async (args, options, session) =>
        (await launches()).setLaunch('cancelled')(args, options, session),
      ),
    )
  sending(send.command('retry'))
    .description('try anew what failed')
    .argument('<issue>', 'an issue, or the number of a launch')
    .option('--failed', 'what failed')
    .option('--reader <id>', 'this reader alone; may be given again', gather)
    .action(command(async (args, options, session) => (await launches()).retryLaunch(args, options, session)))
  sending(send.command('resolve'))
    .description('settle what is unknown, on your word')
    .argument('<issue>', 'an issue, or the number of a launch')
    .option('--resend', 'send it again: they may get a second copy')
    .option('--sent', 'take it for sent: they may have none')
    .option('--reader <id>', 'this reader alone; may be given again', gather)
    .action(
      command(async (args, options, session) => (await launches()).resolveLaunch(args, options, session)),
    )
}
