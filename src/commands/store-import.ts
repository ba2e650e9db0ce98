import path from 'node:path'
import { siteOf } from '../config.ts'
import { BabelwireError } from '../errors.ts'
import {
  databaseUrl,
  describeStore,
  lockStore,
  openStore,
  schemaVersion,
  storeTables,
} from '../storage/index.ts'
import { outJson, type CommandRunner } from './context.ts'
import { loadConfig } from './load-config.ts'
import { readDump } from './store-dump.ts'
import { clearStore, fillStore, isHalfImported, isStoreEmpty, stopped } from './store-fill.ts'
import { countRows } from './store-progress.ts'

/**
 * `babelwire store import <file>`: fills an empty store. The file is read twice, so that nothing of a
 * damaged one is imported; an import that is cut short leaves a mark, and no command uses such a store.
 */
export const run: CommandRunner = async ([name = ''], options, context) => {
  const { env, folder } = context
  const config = loadConfig(options, context, 'optional')
  const file = path.resolve(folder, name)
  const tables = new Map(storeTables().map((table) => [table.name, table]))
  const stores = { site: siteOf(config), env, tables }
  const isBoss = databaseUrl(env) !== undefined
  const checked = countRows('checked', context, options)
  for await (const { line, row } of readDump(file, schemaVersion, tables)) {
    if (context.signal.aborted) throw stopped()
    checked.add(1)
    if (isBoss) refuseNul(Object.values(row), file, line)
  }
  checked.done()

  const lock = await lockStore(config.store, env, siteOf(config), 'run', new Date())
  const place = describeStore(config.store, env)
  try {
    const database = await openStore(config.store, env, { isImporting: true })
    const target = { ...stores, database }
    try {
      if (await isHalfImported(database)) await clearStore(target)
      else if (!(await isStoreEmpty(target))) throw notEmpty(place, isBoss)
      const counts = await fillStore(target, file, {
        signal: AbortSignal.any([context.signal, lock.lost]),
        progress: countRows('imported', context, options),
        at: new Date(),
      })
      const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
      if (options.json === true) {
        const rows = Object.fromEntries(counts)
        outJson(context, { store: place, schema: schemaVersion, rows: total, tables: rows })
      } else context.out(`${place}: ${total} rows of ${counts.size} tables\n`)
    } finally {
      await database.close()
    }
    return 0
  } finally {
    await lock.release()
  }
}

function notEmpty(place: string, isBoss: boolean): BabelwireError {
  return new BabelwireError('usage', 'the store is not empty', {
    place: { file: place },
    mend: isBoss
      ? 'Import into a new database: name it in DATABASE_URL.'
      : 'Move the file away, or name another as "store" in the configuration.',
  })
}

function refuseNul(cells: readonly unknown[], file: string, line: number): void {
  if (!cells.some((cell) => typeof cell === 'string' && cell.includes('\u0000'))) return
  throw new BabelwireError(
    'input',
    'a text holds the character U+0000, which PostgreSQL cannot store',
    {
      place: { file, line },
      mend: 'Take it out of the article it comes from, or stay with the embedded store.',
    },
  )
}
