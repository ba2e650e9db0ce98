import { DatabaseSync } from 'node:sqlite'
import type { Database, Parameter, Row, Statement } from './database.ts'
import { migrations } from './migrations.ts'

/** A column as the schema has it. */
export interface Column {
  readonly name: string
  readonly isNumber: boolean
  readonly isNullable: boolean
}

/** A table of the store. */
export interface Table {
  readonly name: string
  readonly columns: readonly Column[]
  /** The columns of the primary key, in its order. */
  readonly key: readonly string[]
}

/** The tables that hold what the store knows, by name; read from the schema itself. */
export function storeTables(): readonly Table[] {
  const database = new DatabaseSync(':memory:')
  try {
    for (const step of migrations) database.exec(step)
    const names = database
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      .all()
      .map((row) => String(row['name']))
    // That a store is being filled is not a part of what it is filled with.
    return names
      .filter((name) => name !== 'importing' && !name.startsWith('sqlite_'))
      .map((name) => tableOf(database, name))
  } finally {
    database.close()
  }
}

function tableOf(database: DatabaseSync, name: string): Table {
  const columns = database.prepare(`PRAGMA table_info(${name})`).all()
  return {
    name,
    columns: columns.map((column) => ({
      name: String(column['name']),
      isNumber: column['type'] === 'INTEGER',
      isNullable: column['notnull'] === 0 && column['pk'] === 0,
    })),
    key: columns
      .filter((column) => column['pk'] !== 0)
      .sort((a, b) => Number(a['pk']) - Number(b['pk']))
      .map((column) => String(column['name'])),
  }
}

/** Memory that a page of rows may take, roughly; most rows it may have. */
const pageCharacters = 4_000_000
const pageRows = 1000

/** All rows of a table in the order of its primary key, in pages that stay small in memory. */
export async function* readRows(
  database: Database,
  { name, columns, key }: Table,
): AsyncGenerator<readonly Row[]> {
  const list = columns.map((column) => column.name).join(', ')
  const order = key.join(', ')
  const first = `SELECT ${list} FROM ${name} ORDER BY ${order} LIMIT $1`
  const places = key.map((_, i) => `$${i + 2}`).join(', ')
  const next = `SELECT ${list} FROM ${name} WHERE (${order}) > (${places}) ORDER BY ${order} LIMIT $1`
  let last: Row | undefined
  // A few at first, until it is known how long they are.
  let limit = 20
  for (;;) {
    const place = last
    const rows =
      place === undefined
        ? await database.query(first, [limit])
        : await database.query(next, [limit, ...key.map((column) => place[column] ?? null)])
    if (rows.length > 0) yield rows
    if (rows.length < limit) return
    last = rows.at(-1)
    const each = rows.reduce((sum, row) => sum + charactersOf(row), 0) / rows.length
    limit = Math.max(1, Math.min(pageRows, Math.floor(pageCharacters / Math.max(1, each))))
  }
}

/** How long a row is, about. */
export function charactersOf(row: Row): number {
  return Object.values(row).reduce<number>((sum, value) => sum + String(value).length, 0)
}

/** Puts a row into a table. */
export function insertRow({ name, columns }: Table, row: Row): Statement {
  const names = columns.map((column) => column.name)
  return {
    sql: `INSERT INTO ${name} (${names.join(', ')}) VALUES (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
    params: names.map((column): Parameter => row[column] ?? null),
  }
}
