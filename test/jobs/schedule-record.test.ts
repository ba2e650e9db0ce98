import { expect, it } from 'vitest'
import { openScheduleRecord } from '../../src/jobs/schedule-record.ts'
import { openSqlite } from '../../src/storage/index.ts'

const noon = new Date('2026-11-23T12:00:00Z')
const minute = 60_000

it('a slot that is done stays done: one that comes late changes nothing', async () => {
  const record = openScheduleRecord(openSqlite(':memory:'), 'site')
  await record.finish('wire', noon.getTime() - minute, noon)
  await record.finish('wire', noon.getTime() - 5 * minute, noon)
  expect(await record.done()).toEqual(new Map([['wire', noon.getTime() - minute]]))
})

it('a slot that was noted while the clock was a day ahead is not waited for', async () => {
  const record = openScheduleRecord(openSqlite(':memory:'), 'site')
  await record.finish('wire', noon.getTime() + 1440 * minute, noon)
  await record.finish('wire', noon.getTime() - minute, noon)
  expect(await record.done()).toEqual(new Map([['wire', noon.getTime() - minute]]))
})

it('sites that share a store have schedules of their own', async () => {
  const database = openSqlite(':memory:')
  await openScheduleRecord(database, 'sport').finish('wire', noon.getTime(), noon)
  expect(await openScheduleRecord(database, 'world').done()).toEqual(new Map())
})
