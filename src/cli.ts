import { Command, CommanderError } from 'commander'
import { exitCodeOf, formatError } from './errors.ts'
import type { CommonOptions, Context, Loader } from './commands/context.ts'
import { describeGlossary } from './commands/glossary-commands.ts'
import { describeService } from './commands/service-commands.ts'
import { describeSite } from './commands/site-commands.ts'
import packageJson from '../package.json' with { type: 'json' }

/** Runs the command line; @returns the exit code. Commands are loaded when they are used. */
export async function main(argv: readonly string[], context: Context): Promise<number> {
  let exitCode = 0
  let isDebugging = false
  let isJson = false
  const act =
    (load: Loader) =>
    async (...given: unknown[]): Promise<void> => {
      const command = given.at(-1) as Command
      const options = command.opts<CommonOptions>()
      isDebugging = options.debug === true
      isJson = options.json === true
      const { run } = await load()
      exitCode = await run(command.args, options as never, context)
    }
  const program = describeProgram(act, context)
  try {
    await program.parseAsync(argv, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (isJson)
      context.out(`${JSON.stringify({ error: formatError(error), exitCode: exitCodeOf(error) })}\n`)
    context.note(`${formatError(error)}\n`)
    if (isDebugging && error instanceof Error) context.note(`${error.stack ?? ''}\n`)
    return exitCodeOf(error)
  }
  return exitCode
}

function describeProgram(
  act: (load: Loader) => (...given: unknown[]) => Promise<void>,
  context: Context,
): Command {
  const program = new Command('babelwire')
    .description('Publish one news article in every language your readers speak.')
    .version(packageJson.version)
    .configureOutput({ writeOut: context.out, writeErr: context.note })
    .exitOverride()
    .showHelpAfterError('(--help shows what can be written)')
  const add = (parent: Command, usage: string, description: string, load: Loader): Command =>
    parent
      .command(usage)
      .description(description)
      .option('--config <file>', 'configuration (default: babelwire.yaml here)')
      .option('--json', 'one JSON document on standard output')
      .option('--quiet', 'errors only')
      .option('-v, --verbose', 'more detail')
      .option('--debug', 'stack traces')
      .action(act(load))
  const spending = (command: Command): Command =>
    command
      .option('--dry-run', 'plan and price everything, send and write nothing')
      .option('--max-cost <amount>', 'most that this run may cost, in the budget currency')

  add(
    program,
    'init [folder]',
    'configuration, glossary and an example article; never overwrites',
    () => import('./commands/init.ts'),
  )
  spending(
    add(
      program,
      'translate <sources...>',
      'translate articles now: files, folders or - for standard input',
      () => import('./commands/translate.ts'),
    ),
  )
    .option('--to <languages>', 'languages to make, such as es,fr')
    .option('--from <language>', 'language of the articles')
    .option(
      '--engine <names>',
      'auto, deepl, libretranslate, apertium or pseudo; with commas, the next stands in',
    )
    .option('--out <folder>', 'folder of the bundles')
    .option('--glossary <file>', 'names and places')
    .option('--store <file>', 'translation memory')
    .option('--format <name>', 'how to read the sources, such as html, markdown, ninjs')
    .option('--significance <weight>', 'how much they changed: typographic, minor or major')
  spending(
    add(program, 'run', 'one pass over every configured source', () => import('./commands/run.ts')),
  ).option('--significance <weight>', 'how much the sources changed: typographic, minor or major')
  add(
    program,
    'status [article]',
    'what is live, held, stale, missing; cost; last runs',
    () => import('./commands/status.ts'),
  ).option('--cost', 'what was spent: by day, language, source and engine')
  add(
    program,
    'check',
    'the gate over what is written, without network',
    () => import('./commands/check.ts'),
  )
  add(
    program,
    'withdraw <article>',
    'take an article away in every language',
    () => import('./commands/withdraw.ts'),
  )
    .option('--reason <text>', 'why; it is written into the tombstone')
    .option('--restore', 'let runs publish it again')
  add(
    program,
    'export <article>',
    'a published article in one language, as a document',
    () => import('./commands/export.ts'),
  )
    .requiredOption('--to <language>', 'the language, such as es')
    .option('--format <name>', 'html, markdown, ninjs or text', 'html')
  add(program, 'doctor', 'engines, keys, glossary, store', () => import('./commands/doctor.ts'))
  describeGlossary(program.command('glossary'), add)
  describeService(program, add)
  describeSite(program, add)
  return program
}

/** Ctrl-C stops cleanly; pressed again, at once. */
function listenForSignals(): {
  readonly signal: AbortSignal
  readonly code: () => number | undefined
} {
  const controller = new AbortController()
  let code: number | undefined
  const codes = { SIGINT: 130, SIGTERM: 143 } as const
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      if (code !== undefined) process.exit(codes[name])
      code = codes[name]
      process.stderr.write('stopping when what is sent is answered; once more stops at once\n')
      controller.abort()
    })
  }
  return { signal: controller.signal, code: () => code }
}

if (process.argv[1] !== undefined && /(?:babelwire|cli)(?:\.[jt]s)?$/.test(process.argv[1])) {
  const { signal, code } = listenForSignals()
  // Whoever reads the output may stop reading: "babelwire status | head".
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  const exitCode = await main(process.argv.slice(2), {
    out: (text) => void process.stdout.write(text),
    note: (text) => void process.stderr.write(text),
    env: process.env,
    folder: process.cwd(),
    isInteractive: process.stderr.isTTY === true && process.env['CI'] === undefined,
    signal,
  })
  // A service that was told to stop, and a run that was done all the same, ended well.
  process.exitCode = exitCode === 0 ? 0 : (code() ?? exitCode)
}
