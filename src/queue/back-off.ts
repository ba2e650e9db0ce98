/** How long the next try waits; each failure doubles it. */
export interface BackOff {
  readonly firstMs: number
  readonly mostMs: number
}

/** 5 seconds at first, half an hour at most. */
export const usualBackOff: BackOff = { firstMs: 5000, mostMs: 30 * 60_000 }

/**
 * Milliseconds to wait after so many failures, the one just seen not counted: between half and the
 * whole, by `random` (0 to 1), so that what failed together does not come back together.
 */
export function backOffMs({ firstMs, mostMs }: BackOff, failures: number, random: number): number {
  // Past this the power is beyond any number that matters, or no number at all.
  const doubled = Math.min(mostMs, firstMs * 2 ** Math.min(failures, 50))
  return Math.round(doubled * (0.5 + random / 2))
}
