import { setTimeout as sleep } from 'node:timers/promises'

/** How often a condition is looked at. */
const lookMs = 20

/**
 * Waits until a condition holds. The time is the longest that is waited before the test fails, not one
 * that anything is measured by.
 */
export async function eventually(
  what: string,
  holds: () => boolean | Promise<boolean>,
  longestMs: number = 40_000,
): Promise<void> {
  const last = performance.now() + longestMs
  while (!(await holds())) {
    if (performance.now() > last) throw new Error(`not within ${longestMs / 1000} s: ${what}`)
    await sleep(lookMs)
  }
}
