import type { Database } from '../storage/index.ts'

/** Up to which slot each source was looked at. */
export interface ScheduleRecord {
  /** In epoch milliseconds, by source. */
  done(): Promise<ReadonlyMap<string, number>>
  /**
   * Notes a slot as done; one that lies before the last changes nothing, unless that lies in the
   * future: the clock was wrong then.
   */
  finish(source: string, slot: number, now: Date): Promise<void>
}

/** The record of one site in a store. */
export function openScheduleRecord(database: Database, site: string): ScheduleRecord {
  return {
    done: async () => {
      const rows = await database.query('SELECT source, slot FROM schedule WHERE site = $1', [site])
      return new Map(rows.map((row) => [String(row['source']), Number(row['slot'])]))
    },
    finish: (source, slot, now) =>
      database.batch([
        {
          sql: `INSERT INTO schedule (site, source, slot) VALUES ($1, $2, $3)
                ON CONFLICT (site, source) DO UPDATE SET slot = excluded.slot
                WHERE schedule.slot < excluded.slot OR schedule.slot > $4`,
          params: [site, source, slot, now.getTime()],
        },
      ]),
  }
}
