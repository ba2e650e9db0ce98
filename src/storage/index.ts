export type { Database, Parameter, Row, Statement } from './database.ts'
export { takeLock } from './lock.ts'
export { openSqlite } from './sqlite.ts'
