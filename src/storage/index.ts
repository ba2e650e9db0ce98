export type { Database, Parameter, Row, Statement } from './database.ts'
export { takeLock } from './lock.ts'
export { schemaVersion } from './migrations.ts'
export {
  databaseUrl,
  describeStore,
  isStoreThere,
  lockStore,
  migrateStore,
  openStore,
  type Environment,
  type StoreOptions,
} from './open-store.ts'
export { isPassing } from './passing.ts'
export { openSqlite } from './sqlite.ts'
export type { LockPurpose, StoreLock } from './store-lock.ts'
export {
  charactersOf,
  insertRow,
  readRows,
  storeTables,
  type Column,
  type Table,
} from './tables.ts'
