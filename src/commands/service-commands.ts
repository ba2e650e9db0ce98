import type { Command } from 'commander'
import type { Add } from './glossary-commands.ts'

/** The commands round the service: what it does unattended, and what people do with it. */
export function describeService(program: Command, add: Add): void {
  add(
    program,
    'start',
    'the service: looks at the sources on schedule, translates, publishes',
    () => import('./start.ts'),
  )
    .option('--log <format>', 'text or json', 'text')
    .option('--port <number>', 'where it listens (default: service.port)')
  add(
    program,
    'worker',
    'translates for a service on another machine; needs DATABASE_URL',
    () => import('./worker.ts'),
  )
    .option('--log <format>', 'text or json', 'text')
    .option('--port <number>', 'where health and metrics are; none when absent')

  const jobs = program.command('jobs').description('the jobs of the service')
  add(jobs, 'list', 'what waits, is worked on or was given up, and why', () => import('./jobs.ts'))
    .option('--state <state>', 'waiting, active or dead')
    .option('--limit <number>', 'at most so many', '50')
  add(
    jobs,
    'retry <ids...>',
    'has jobs tried again now; "dead" means all that were given up',
    () => import('./jobs-retry.ts'),
  )
  add(
    jobs,
    'drop <ids...>',
    'takes jobs out for good; "dead" means all that were given up',
    () => import('./jobs-drop.ts'),
  )

  const store = program.command('store').description('the database')
  add(
    store,
    'migrate',
    'brings the schema of the store up to date',
    () => import('./store-migrate.ts'),
  )
  add(
    store,
    'export <file>',
    'everything in the store, as JSON lines',
    () => import('./store-export.ts'),
  )
  add(
    store,
    'import <file>',
    'fills an empty store from an export',
    () => import('./store-import.ts'),
  )

  const budget = program.command('budget').description('what may be spent')
  add(
    budget,
    'show',
    'limits, what is spent and reserved, and who raised what',
    () => import('./budget-show.ts'),
  )
  add(
    budget,
    'raise <limit> <amount>',
    'raises run, day, month, article or language, on record',
    () => import('./budget-raise.ts'),
  )
    .requiredOption('--by <name>', 'who raises it')
    .requiredOption('--reason <text>', 'why')
    .option('--until <date>', 'the last day it holds, such as 2026-11-30 (default: today)')
    .option('--language <tag>', 'of the limit "language": which one')
}
