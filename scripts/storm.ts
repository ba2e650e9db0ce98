/**
 * npm run storm: a newsroom whose engine misbehaves, whose service and workers are killed with -9 again
 * and again, whose disk fills up and whose database is restarted; then all trouble ends. Prints what was
 * lost, wrongly published or paid for beyond the bound; exit code 1 when a promise was broken.
 * `--kills 20 --articles 60 --seed 7 --only embedded --logs FILE`
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { isPostgresMissing } from '../test/support/parts.ts'
import { startPostgres } from '../test/support/postgres.ts'
import { breachesOf, stormTable } from './storm-report.ts'
import { runStorm, type StormOptions, type StormReport } from './storm-run.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '20' },
    articles: { type: 'string', default: '60' },
    seed: { type: 'string', default: '7' },
    only: { type: 'string', default: '' },
    logs: { type: 'string', default: '' },
  },
})

const languages = ['es', 'fr', 'uk', 'ar', 'zh-Hans']
const start = performance.now()
const noteOf = (kind: string) => (text: string) => {
  const at = ((performance.now() - start) / 1000).toFixed(1).padStart(6)
  process.stderr.write(`${at}  ${kind}: ${text}\n`)
}
const common = {
  articles: Number(values.articles),
  languages,
  kills: Number(values.kills),
  seed: Number(values.seed),
}
const wants = (kind: string): boolean => values.only === '' || values.only === kind

const storms: readonly (readonly [string, Promise<StormReport>])[] = [
  ...(wants('embedded')
    ? [['embedded', runStorm({ ...common, workers: 0, note: noteOf('embedded') })] as const]
    : []),
  ...(wants('PostgreSQL') && !isPostgresMissing()
    ? [['PostgreSQL', inPostgres({ ...common, workers: 2, note: noteOf('PostgreSQL') })] as const]
    : []),
]
const reports = new Map<string, StormReport>()
for (const [kind, storm] of storms) reports.set(kind, await storm)

console.log(stormTable(reports))
for (const [kind, report] of reports) {
  const troubles = Array.from(report.troubles, ([name, count]) => `${count} x ${name}`)
  console.log(`${kind}: ${common.kills} kills; ${troubles.join(', ')}`)
  for (const crash of report.crashes) console.log(`${kind}: a ${crash}`)
  for (const { promise, seen } of breachesOf(report)) {
    console.log(`${kind}: BROKEN: ${promise}: ${seen}`)
    process.exitCode = 1
  }
  if (values.logs !== '') writeFileSync(`${values.logs}.${kind}`, report.log)
}
console.log(`${((performance.now() - start) / 1000).toFixed(0)} s`)

async function inPostgres(options: StormOptions): Promise<StormReport> {
  const postgres = await startPostgres()
  try {
    return await runStorm({ ...options, postgres })
  } finally {
    await postgres.stop()
  }
}
