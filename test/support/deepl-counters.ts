/** What a test or a benchmark asks of the server afterwards. */
export interface DeeplCounters {
  requests: number
  translateRequests: number
  texts: number
  /** Unicode code points billed. */
  characters: number
  /** Requests to translate in progress. */
  concurrent: number
  maxConcurrent: number
  rateLimited: number
  bytesReceived: number
  /** Bytes that left the server on all connections. */
  bytesSent(): number
  readonly byPath: Map<string, number>
}

/** Says whether one more request may pass now; `burst` at once, then so many a second. */
export function tokenBucket(): (perSecond: number, burst?: number) => boolean {
  let tokens: number | undefined
  let last = performance.now()
  return (perSecond, burst = perSecond) => {
    const now = performance.now()
    tokens = Math.min(burst, (tokens ?? burst) + ((now - last) / 1000) * perSecond)
    last = now
    if (tokens < 1) return false
    tokens--
    return true
  }
}

/** All at zero. */
export function newCounters(): DeeplCounters {
  return {
    requests: 0,
    translateRequests: 0,
    texts: 0,
    characters: 0,
    concurrent: 0,
    maxConcurrent: 0,
    rateLimited: 0,
    bytesReceived: 0,
    bytesSent: () => 0,
    byPath: new Map(),
  }
}
