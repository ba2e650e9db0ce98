import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { siteOf } from '../config.ts'
import { BabelwireError } from '../errors.ts'
import {
  databaseUrl,
  isStoreThere,
  lockStore,
  openStore,
  readRows,
  schemaVersion,
  storeTables,
  type Row,
} from '../storage/index.ts'
import { outJson, type CommandRunner, type CommonOptions, type Context } from './context.ts'
import { loadConfig } from './load-config.ts'
import { sealLines, type DumpHeader } from './store-dump.ts'
import { bossJobRows, knownSites, type BossJobs } from './store-jobs.ts'
import { countRows } from './store-progress.ts'

/** `babelwire store export <file>`: every row as a line of JSON, while nobody else writes the site. */
export const run: CommandRunner = async ([name = ''], options, context) => {
  const { env, folder } = context
  const config = loadConfig(options, context, 'optional')
  if (!isStoreThere(config.store, env)) {
    throw new BabelwireError('usage', 'there is no store to export', {
      place: { file: config.store },
      mend: 'Name the configuration it belongs to with --config FILE, or set DATABASE_URL.',
    })
  }
  const file = path.resolve(folder, name)
  const lock = await lockStore(config.store, env, siteOf(config), 'run', new Date())
  try {
    const database = await openStore(config.store, env)
    const isBoss = databaseUrl(env) !== undefined
    const header: DumpHeader = {
      babelwire: 'store',
      schema: schemaVersion,
      at: new Date().toISOString(),
      jobs: isBoss ? 'pg-boss' : 'table',
    }
    const counts = new Map<string, number>()
    try {
      const rows = allRows({ database, env }, siteOf(config), options, context, counts)
      await writeLines(file, sealLines(header, rows), AbortSignal.any([context.signal, lock.lost]))
    } finally {
      await database.close()
    }
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
    const tables = Object.fromEntries(counts)
    if (options.json === true)
      outJson(context, { file, schema: header.schema, rows: total, tables })
    else context.out(`${file}: ${total} rows of ${counts.size} tables\n`)
    return 0
  } finally {
    await lock.release()
  }
}

async function* allRows(
  at: BossJobs,
  site: string,
  options: CommonOptions,
  context: Context,
  counts: Map<string, number>,
): AsyncGenerator<readonly [table: string, row: Row]> {
  const progress = countRows('exported', context, options)
  const isBoss = databaseUrl(at.env) !== undefined
  for (const table of storeTables()) {
    let count = 0
    const pages = table.name === 'job' && isBoss ? bossPage(at, site) : readRows(at.database, table)
    for await (const rows of pages) {
      for (const row of rows) yield [table.name, row]
      count += rows.length
      progress.add(rows.length)
    }
    if (count > 0) counts.set(table.name, count)
  }
  progress.done()
}

async function* bossPage(at: BossJobs, site: string): AsyncGenerator<readonly Row[]> {
  yield await bossJobRows(at, await knownSites(at.database, site))
}

/** Writes a file whole or not at all, compressed when its name ends in `.gz`. */
async function writeLines(
  file: string,
  lines: AsyncIterable<string>,
  signal: AbortSignal,
): Promise<void> {
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`)
  try {
    await mkdir(path.dirname(file), { recursive: true })
    // `flush` has it synced to the disk before it is closed.
    const target = createWriteStream(temporary, { flush: true })
    const source = Readable.from(lines)
    if (file.endsWith('.gz')) await pipeline(source, createGzip(), target, { signal })
    else await pipeline(source, target, { signal })
    await rename(temporary, file)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    if (error instanceof BabelwireError) throw error
    if (signal.aborted) {
      throw new BabelwireError('cancelled', 'the export was stopped; no file was written', {
        mend: 'Run it again.',
      })
    }
    throw new BabelwireError('storage', `cannot write: ${(error as Error).message}`, {
      place: { file },
      mend: 'Name a folder that can be written and has room; no file was written.',
      cause: error,
    })
  }
}
