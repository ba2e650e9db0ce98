import path from 'node:path'
import { openSqlite } from '../../src/storage/index.ts'
import { describeDatabase } from './database.conformance.ts'
import { temporaryFolder } from './processes.ts'

describeDatabase('SQLite', async () => {
  const file = path.join(temporaryFolder(), '.babelwire', 'store.db')
  return { file, env: {}, openWith: async (steps) => openSqlite(file, steps) }
})
