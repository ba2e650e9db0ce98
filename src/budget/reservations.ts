import type { Database } from '../storage/index.ts'
import { insertRows, readSpent, reserveCharges, type Line } from './books.ts'
import type { Limits } from './limits.ts'
import { BudgetError, refusalOf } from './refusal.ts'
import { chargesOf } from './scopes.ts'

/** The lines of a request that wait for their reservation. */
interface Waiting {
  readonly lines: readonly Line[]
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/** How often a reservation is tried that was refused although there was room when it was looked at. */
const triesForRoom = 5

/**
 * Reserves lines. What comes while others are being reserved is reserved together: one transaction,
 * and one turn at the counters that all machines share.
 */
export function queueReservations(
  database: Database,
  limitsNow: (isFresh: boolean) => Promise<Limits>,
  currency: string,
): (lines: readonly Line[]) => Promise<void> {
  let waiting: Waiting[] = []
  let isReserving = false
  const reserveWaiting = async (): Promise<void> => {
    if (isReserving) return
    isReserving = true
    while (waiting.length > 0) {
      const group = waiting
      waiting = []
      await reserveGroup(group)
    }
    isReserving = false
  }
  const reserveGroup = async (group: readonly Waiting[]): Promise<void> => {
    try {
      const lines = group.flatMap((one) => one.lines)
      if (group.length > 1 && (await reserveWithin(lines))) {
        for (const { resolve } of group) resolve()
        return
      }
    } catch (error) {
      for (const { reject } of group) reject(error)
      return
    }
    // In order: what is too large for what is left does not keep out a smaller one after it.
    for (const one of group) await reserveOne(one.lines).then(one.resolve, one.reject)
  }
  const reserveWithin = async (lines: readonly Line[]): Promise<boolean> =>
    reserveCharges(database, chargesOf(lines), await limitsNow(false), insertRows(lines))
  const reserveOne = async (lines: readonly Line[]): Promise<void> => {
    const charges = chargesOf(lines)
    for (let tries = 1; tries <= triesForRoom; tries++) {
      if (await reserveWithin(lines)) return
      const spent = await readSpent(database, charges)
      // Somebody may just have raised the limit, or given back what was reserved.
      const refusal = refusalOf(charges, spent, await limitsNow(true), currency)
      if (refusal !== undefined) throw refusal
    }
    throw new BudgetError('the budget has no room just now', 'Run again.')
  }
  return (lines) =>
    new Promise((resolve, reject) => {
      waiting.push({ lines, resolve, reject })
      reserveWaiting().catch(reject)
    })
}
