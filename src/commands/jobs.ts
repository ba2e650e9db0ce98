import { siteOf } from '../config.ts'
import { BabelwireError, didYouMean } from '../errors.ts'
import type { ListedJob } from '../queue/index.ts'
import { isStoreThere } from '../storage/index.ts'
import {
  formatTable,
  minuteOf,
  outJson,
  type CommandRunner,
  type CommonOptions,
} from './context.ts'
import { withJobs } from './job-desk.ts'
import { loadConfig } from './load-config.ts'

interface JobsOptions extends CommonOptions {
  readonly state?: string
  readonly limit?: string
}

const states: readonly ListedJob['state'][] = ['waiting', 'active', 'dead']

/** `babelwire jobs list`: what waits, is worked on or was given up, and why. */
export const run: CommandRunner<JobsOptions> = async (_args, options, context) => {
  const state = options.state === undefined ? undefined : readState(options.state)
  const limit = readLimit(options.limit ?? '50')
  const config = loadConfig(options, context)
  const filter = { limit: limit + 1, ...(state === undefined ? {} : { state }) }
  const found = isStoreThere(config.store, context.env)
    ? await withJobs(config.store, siteOf(config), context, (desk) => desk.list(filter))
    : []
  const jobs = found.slice(0, limit)
  if (options.json === true) {
    outJson(context, { jobs, isCut: found.length > limit })
    return 0
  }
  if (jobs.length === 0) {
    context.out(`There are no jobs${state === undefined ? '' : ` that are ${state}`}.\n`)
    return 0
  }
  const head = ['id', 'lane', 'name', 'state', 'tries', 'due', 'reason']
  context.out(formatTable(head, jobs.map(rowOf)))
  if (found.length > limit) context.note(`There are more; list them with --limit ${limit * 10}.\n`)
  return 0
}

function rowOf(job: ListedJob): readonly (string | number)[] {
  const { id, lane, name, state, attempts, due, reason = '' } = job
  const shown = state === 'waiting' ? minuteOf(due.toISOString()) : ''
  return [id, lane, name, state, attempts, shown, reason.replace(/\s+/g, ' ')]
}

function readState(text: string): ListedJob['state'] {
  const state = states.find((one) => one === text)
  if (state !== undefined) return state
  const near = didYouMean(text, states)
  throw new BabelwireError('usage', `there is no state "${text}"`, {
    mend: near === undefined ? `Choose one of ${states.join(', ')}.` : `Did you mean "${near}"?`,
  })
}

function readLimit(text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text)
  throw new BabelwireError('usage', `"${text}" is no number of jobs`, {
    mend: 'Give a whole number from 1, such as --limit 100.',
  })
}
