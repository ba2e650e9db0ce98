import type { Editions } from '../archive/index.ts'
import type { Queue } from '../queue/index.ts'
import type { Readings } from '../service/index.ts'
import type { Services } from '../services.ts'

/** What the store says for the metrics, when it is asked. */
export async function readingsOf(
  { config, database, clock }: Services,
  queue: Queue,
  editions: Editions,
): Promise<Readings> {
  const today = clock.now().toISOString()
  const { currency } = config.budget
  const spent = async (period: 'day' | 'month'): Promise<Readings['spent'][number]> => {
    const scope = `${period} ${today.slice(0, period === 'day' ? 10 : 7)}`
    const rows = await database.query('SELECT micros FROM spending WHERE scope = $1', [scope])
    return { period, currency, amount: Number(rows[0]?.['micros'] ?? 0) / 1e6 }
  }
  return {
    lanes: await queue.desk.lanes(),
    heldSegments: await editions.held(),
    spent: [await spent('day'), await spent('month')],
  }
}
