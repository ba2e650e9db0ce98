/** How long a measured difference to the server's clock is good for. */
const maxAgeMs = 60_000
/** More than this between two clocks of one machine: it slept, or somebody set its clock. */
const jumpMs = 1000

/** A moment as the server's clock, this machine's clock and its steady counter tell it, in ms. */
interface Reading {
  readonly server: number
  readonly wall: number
  readonly steady: number
}

/**
 * The server's clock, asked once a minute and counted on in between.
 * @param askServer The server's time in ms since 1970.
 */
export function serverClock(
  askServer: () => Promise<number>,
  wallMs: () => number = Date.now,
  steadyMs: () => number = () => performance.now(),
): () => Promise<Date> {
  let last: Reading | undefined
  let asking: Promise<Reading> | undefined
  const ask = async (): Promise<Reading> => {
    const sent = steadyMs()
    const server = await askServer()
    const steady = steadyMs()
    // The server looked at its clock about half way.
    return { server: server + (steady - sent) / 2, wall: wallMs(), steady }
  }
  const isGood = ({ wall, steady }: Reading): boolean => {
    const age = steadyMs() - steady
    return age < maxAgeMs && Math.abs(wallMs() - wall - age) < jumpMs
  }
  return async () => {
    if (last === undefined || !isGood(last)) {
      asking ??= ask().finally(() => {
        asking = undefined
      })
      last = await asking
    }
    return new Date(Math.round(last.server + steadyMs() - last.steady))
  }
}
