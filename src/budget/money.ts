/** Money in millionths of a unit of the configured currency: whole numbers, so that sums stay exact. */
export type Micros = number

export function toMicros(amount: number): Micros {
  return Math.round(amount * 1_000_000)
}

/** `0.0123 EUR`, always with enough digits to see a small sum. */
export function formatMoney(micros: Micros, currency: string): string {
  const digits = micros % 10_000 === 0 ? 2 : micros < 10_000 && micros % 100 !== 0 ? 6 : 4
  return `${(micros / 1_000_000).toFixed(digits)} ${currency}`
}

/** A whole number shared out in proportion to sizes: whole shares that add up to it. */
export function shareOut(total: number, sizes: readonly number[]): readonly number[] {
  const whole = sizes.reduce((sum, size) => sum + size, 0)
  let before = 0
  let given = 0
  return sizes.map((size, i) => {
    before += size
    // The last one gets what is left, also where nothing has a size.
    const isLast = i === sizes.length - 1
    const reached = isLast ? total : Math.round((total * before) / Math.max(1, whole))
    const share = reached - given
    given = reached
    return share
  })
}
