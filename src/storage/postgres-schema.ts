/**
 * A step of the schema in the words of PostgreSQL: whole numbers of 64 bits, and text that is compared
 * byte by byte, as SQLite does, whatever the database's own order is.
 *
 *     name TEXT NOT NULL, n INTEGER) STRICT  ->  name TEXT COLLATE "C" NOT NULL, n BIGINT)
 */
export function toPostgres(step: string): string {
  return step
    .replaceAll(/\)\s*STRICT(?:,\s*WITHOUT ROWID)?/g, ')')
    .replaceAll(/\bINTEGER\b/g, 'BIGINT')
    .replaceAll(/\bTEXT\b/g, 'TEXT COLLATE "C"')
}
