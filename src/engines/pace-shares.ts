/** The requests of a process that says no more are over after this time: it was killed, or cut off. */
const leaseMs = 45_000

/** How long it is known that a process waits; it says so again in half of the time. */
const waitingMs = 1_000

/** What one process, the holder, has of an engine's concurrency. */
export interface Share {
  readonly running: number
  readonly until: number
  /** Since when it waits for one more, and until when that is believed. */
  readonly waitingSince?: number
  readonly waitingUntil?: number
}

/** By holder. Times are milliseconds of the keeper's clock. */
export type Shares = Readonly<Record<string, Share>>

/** A process and what it runs, the request that it wants to start included. */
export interface Claim {
  readonly holder: string
  readonly running: number
  readonly concurrency: number
}

/**
 * Lets a process run one more request, or notes that it waits. What is free goes to who has least,
 * then to who waits longest: no machine keeps another from working.
 */
export function takeShare(
  shares: Shares,
  now: number,
  { holder, running, concurrency }: Claim,
): { readonly shares: Shares; readonly isGranted: boolean } {
  const before = running - 1
  const own = shares[holder]
  const isWaiting = (own?.waitingUntil ?? 0) > now
  const since = isWaiting ? (own?.waitingSince ?? now) : now
  const others = Object.entries(shares).filter(([id, share]) => id !== holder && share.until > now)
  const free = concurrency - before - others.reduce((sum, [, share]) => sum + share.running, 0)
  const ahead = others.filter(([id, share]) => {
    if ((share.waitingUntil ?? 0) <= now) return false
    if (share.running !== before) return share.running < before
    const otherSince = share.waitingSince ?? now
    return otherSince < since || (otherSince === since && id < holder)
  })
  const alive = Object.fromEntries(others)
  if (ahead.length < free) {
    return { shares: { ...alive, [holder]: { running, until: now + leaseMs } }, isGranted: true }
  }
  const isKnown = isWaiting && (own?.waitingUntil ?? 0) - now > waitingMs / 2
  if (isKnown && own?.running === before) return { shares, isGranted: false }
  const until = before > 0 ? now + leaseMs : now + waitingMs
  const waiting = { running: before, until, waitingSince: since, waitingUntil: now + waitingMs }
  return { shares: { ...alive, [holder]: waiting }, isGranted: false }
}

/** Says anew what a process runs; who runs nothing is forgotten. */
export function setShare(shares: Shares, now: number, holder: string, running: number): Shares {
  const { [holder]: _, ...others } = shares
  return running === 0 ? others : { ...others, [holder]: { running, until: now + leaseMs } }
}

/** The shares with all their times moved, after the clock was set. */
export function shiftShares(shares: Shares, ms: number): Shares {
  return Object.fromEntries(
    Object.entries(shares).map(([holder, { waitingSince, waitingUntil, ...share }]) => [
      holder,
      {
        ...share,
        until: share.until + ms,
        ...(waitingSince === undefined ? {} : { waitingSince: waitingSince + ms }),
        ...(waitingUntil === undefined ? {} : { waitingUntil: waitingUntil + ms }),
      },
    ]),
  )
}
