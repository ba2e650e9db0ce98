import { expect, test } from 'vitest'
import { migrations } from '../../src/storage/migrations.ts'
import { toPostgres } from '../../src/storage/postgres-schema.ts'

test('a table gets whole numbers of 64 bits and text that is compared byte by byte', () => {
  expect(
    toPostgres(`CREATE TABLE support (
      source TEXT NOT NULL, -- INTEGER
      supported INTEGER NOT NULL,
      text TEXT,
      PRIMARY KEY (source)
    ) STRICT, WITHOUT ROWID; CREATE TABLE run (id TEXT PRIMARY KEY) STRICT;`),
  ).toBe(`CREATE TABLE support (
      source TEXT COLLATE "C" NOT NULL, -- BIGINT
      supported BIGINT NOT NULL,
      text TEXT COLLATE "C",
      PRIMARY KEY (source)
    ); CREATE TABLE run (id TEXT COLLATE "C" PRIMARY KEY);`)
})

test('what moves rows is left as it is', () => {
  const step = "INSERT INTO spending SELECT 'day ' || substr(at, 1, 10), SUM(micros) FROM ledger"
  expect(toPostgres(step)).toBe(step)
})

test('no step keeps a word that only SQLite knows', () => {
  for (const step of migrations) {
    expect(toPostgres(step)).not.toMatch(/STRICT|ROWID|INTEGER|AUTOINCREMENT|REAL|BLOB/)
  }
})
