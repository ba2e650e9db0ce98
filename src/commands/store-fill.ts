import { BabelwireError } from '../errors.ts'
import {
  charactersOf,
  databaseUrl,
  insertRow,
  schemaVersion,
  type Database,
  type Environment,
  type Row,
  type Table,
} from '../storage/index.ts'
import { readDump, type DumpRow } from './store-dump.ts'
import { addBossJobs, dropBossJobs, hasBossJobs, knownSites } from './store-jobs.ts'

/** A store that is to be filled. */
export interface Target {
  readonly database: Database
  readonly env: Environment
  readonly site: string
  readonly tables: ReadonlyMap<string, Table>
}

/** Rows put in at once, as long as they are not more than a few megabytes. */
const batchRows = 1000
const batchCharacters = 4_000_000

/** Whether an import into it was cut short. */
export async function isHalfImported(database: Database): Promise<boolean> {
  return (await database.query('SELECT file FROM importing LIMIT 1')).length > 0
}

/** Whether it holds no row and no job. */
export async function isStoreEmpty({ database, env, site, tables }: Target): Promise<boolean> {
  for (const { name } of tables.values()) {
    if ((await database.query(`SELECT 1 AS one FROM ${name} LIMIT 1`)).length > 0) return false
  }
  return databaseUrl(env) === undefined || !(await hasBossJobs({ database, env }, site))
}

/** Takes out all that an import put in, and its mark. */
export async function clearStore(
  { database, env, site, tables }: Target,
  jobs: readonly Row[] = [],
): Promise<void> {
  if (databaseUrl(env) !== undefined) {
    const sites = new Set(await knownSites(database, site))
    for (const row of jobs) sites.add(String(row['site']))
    await dropBossJobs({ database, env }, sites)
  }
  await database.batch(
    [...tables.keys(), 'importing'].map((name) => ({ sql: `DELETE FROM ${name}` })),
  )
}

/**
 * Puts the rows of an export into an empty store, which is marked until they are all in. What fails is taken
 * back; @returns how many rows each table got.
 */
export async function fillStore(
  target: Target,
  file: string,
  watch: {
    readonly signal: AbortSignal
    readonly progress: { readonly add: (rows: number) => void; readonly done: () => void }
    readonly at: Date
  },
): Promise<ReadonlyMap<string, number>> {
  const { database, env } = target
  const counts = new Map<string, number>()
  const jobs: Row[] = []
  await database.batch([
    {
      sql: 'INSERT INTO importing (file, at) VALUES ($1, $2)',
      params: [file, watch.at.toISOString()],
    },
  ])
  try {
    for await (const batch of batchesOf(readDump(file, schemaVersion, target.tables))) {
      if (watch.signal.aborted) throw stopped()
      const rows = batch.filter(({ table }) => !isBossJob(table, env))
      jobs.push(...batch.filter(({ table }) => isBossJob(table, env)).map(({ row }) => row))
      await put(database, rows, file)
      for (const { table } of batch) counts.set(table.name, (counts.get(table.name) ?? 0) + 1)
      watch.progress.add(batch.length)
    }
    if (jobs.length > 0) await addBossJobs({ database, env }, jobs)
    await database.batch([{ sql: 'DELETE FROM importing' }])
    return counts
  } catch (error) {
    // Where this fails too, the mark stays.
    await clearStore(target, jobs).catch(() => undefined)
    throw error
  } finally {
    watch.progress.done()
  }
}

function isBossJob({ name }: Table, env: Environment): boolean {
  return name === 'job' && databaseUrl(env) !== undefined
}

async function put(database: Database, rows: readonly DumpRow[], file: string): Promise<void> {
  try {
    await database.batch(rows.map(({ table, row }) => insertRow(table, row)))
  } catch (error) {
    if (!(error instanceof BabelwireError)) throw error
    const [first, last] = [rows[0]?.line ?? 0, rows.at(-1)?.line ?? 0]
    throw new BabelwireError(error.code, `lines ${first} to ${last}: ${error.message}`, {
      place: { file, line: first },
      mend: `${error.mend ?? ''} Nothing of the file is in the store.`.trimStart(),
      cause: error,
    })
  }
}

async function* batchesOf(rows: AsyncIterable<DumpRow>): AsyncGenerator<readonly DumpRow[]> {
  let batch: DumpRow[] = []
  let characters = 0
  for await (const one of rows) {
    batch.push(one)
    characters += charactersOf(one.row)
    if (batch.length < batchRows && characters < batchCharacters) continue
    yield batch
    batch = []
    characters = 0
  }
  if (batch.length > 0) yield batch
}

/** That somebody stopped the import. */
export function stopped(): BabelwireError {
  return new BabelwireError('cancelled', 'the import was stopped; nothing of it is in the store', {
    mend: 'Run it again.',
  })
}
