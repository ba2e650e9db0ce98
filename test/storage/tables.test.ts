import { expect, test } from 'vitest'
import { openSqlite } from '../../src/storage/index.ts'
import { readRows, storeTables, type Table } from '../../src/storage/tables.ts'

function tableOf(name: string): Table {
  const table = storeTables().find((one) => one.name === name)
  if (table === undefined) throw new Error(`no table ${name}`)
  return table
}

test('the tables are those of the schema, with their keys in order', () => {
  expect(storeTables().map(({ name }) => name)).toEqual(
    expect.arrayContaining(['article', 'job', 'memory', 'spending']),
  )
  expect(storeTables().filter(({ key }) => key.length === 0)).toEqual([])
  expect(tableOf('memory').key).toEqual(['source_hash', 'locale', 'variant'])
  expect(tableOf('run').columns).toEqual([
    { name: 'id', isNumber: false, isNullable: false },
    { name: 'started', isNumber: false, isNullable: false },
    { name: 'ended', isNumber: false, isNullable: true },
    { name: 'exit_code', isNumber: true, isNullable: true },
    { name: 'totals', isNumber: false, isNullable: true },
  ])
})

test('rows are read each once, in pages, however long some of them are', async () => {
  const database = openSqlite(':memory:')
  const rows = Array.from({ length: 1234 }, (_, i) => ({
    site: `site ${i % 7}`,
    source: `Джерело ${String(i).padStart(4, '0')}`,
    slot: i,
  }))
  await database.batch(
    rows.map(({ site, source, slot }) => ({
      sql: 'INSERT INTO schedule VALUES ($1, $2, $3)',
      params: [site, source, slot],
    })),
  )
  const pages: number[] = []
  const read: unknown[] = []
  for await (const page of readRows(database, tableOf('schedule'))) {
    pages.push(page.length)
    read.push(...page)
  }
  expect(read).toEqual(
    rows.toSorted((a, b) => (`${a.site} ${a.source}` < `${b.site} ${b.source}` ? -1 : 1)),
  )
  expect(pages).toEqual([20, 1000, 214])

  const long = 'Kyiv woke to rain. '.repeat(100_000)
  await database.batch(
    Array.from({ length: 30 }, (_, i) => ({
      sql: "INSERT INTO fetched (url, at, final_url, body) VALUES ($1, 'now', 'x', $2)",
      params: [`https://example.org/${i}`, long],
    })),
  )
  const sizes: number[] = []
  for await (const page of readRows(database, tableOf('fetched'))) sizes.push(page.length)
  expect(sizes).toEqual([20, 2, 2, 2, 2, 2])
})
