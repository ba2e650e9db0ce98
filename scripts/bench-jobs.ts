/**
 * npm run bench:jobs: the service, embedded and on PostgreSQL with workers, on 50 articles x 8 languages;
 * its memory over 10,000 articles; a look over 10,000 articles x 40 languages on which nothing is to be done.
 * `--articles 50 --many 10000 --pass 10000`
 */
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { isPostgresMissing } from '../test/support/parts.ts'
import { startPostgres } from '../test/support/postgres.ts'
import { benchMemory } from './bench-jobs-memory.ts'
import { benchPass } from './bench-jobs-pass.ts'
import { benchService, type ServiceFigures } from './bench-jobs-service.ts'

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '50' },
    many: { type: 'string', default: '10000' },
    pass: { type: 'string', default: '10000' },
  },
})
const folder = mkdtempSync(path.join(os.tmpdir(), 'babelwire-bench-jobs-'))
const postgres = isPostgresMissing() ? undefined : await startPostgres()
let runs = 0
const next = (): string => path.join(folder, String(++runs))
try {
  const articles = Number(values.articles)
  console.log(
    `${articles} articles x 8 languages, from the start of the service to the last bundle`,
  )
  const rows: [string, ServiceFigures][] = []
  for (const latencyMs of [100, 0]) {
    rows.push([`embedded, ${latencyMs} ms`, await benchService(next(), articles, { latencyMs })])
    if (postgres === undefined) continue
    for (const workers of latencyMs === 0 ? [0, 2] : [1, 2, 4]) {
      const url = await postgres.freshUrl()
      const name = `PostgreSQL, ${workers} workers, ${latencyMs} ms`
      rows.push([name, await benchService(next(), articles, { latencyMs, workers, url })])
    }
  }
  console.table(Object.fromEntries(rows))
  if (Number(values.many) > 0) console.table(await benchMemory(next(), Number(values.many)))
  if (Number(values.pass) > 0) {
    const embedded = await benchPass(next(), Number(values.pass))
    console.table({ 'nothing to do, embedded': embedded })
  }
} finally {
  await postgres?.stop()
  rmSync(folder, { recursive: true, force: true })
}
